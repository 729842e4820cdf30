import type { Reporter } from '../report/model.ts';

/** The records with what they are of: for scripts. */
export const json: Reporter = {
  id: 'json',
  extension: 'json',
  binary: false,
  render: ({ heading, title, asOf, facts, records, notes }) => {
    const about = facts.map(([label, value]) => ({ label, value }));
    return `${JSON.stringify({ heading, title, asOf, facts: about, records, notes }, null, 2)}\n`;
  },
};
