/** Edit distance (insert, delete, replace, swap of neighbours) of two texts. */
export function distance(a: string, b: string): number {
  const one = [...a];
  const two = [...b];
  let before: number[] = [];
  let above = two.map((_, index) => index).concat(two.length);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= two.length; j++) {
      const same = one[i - 1] === two[j - 1];
      let best = Math.min(row[j - 1]! + 1, above[j]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[two.length]!;
}

/** The candidates most like a word, best first, at most `most`: those that hold it or are held by it, and those a few edits away. */
export function nearest(word: string, candidates: readonly string[], most = 3): string[] {
  const scored = candidates.map(candidate => ({ candidate, score: closeness(word, candidate) }));
  return scored
    .filter(({ score }) => score > 0.34)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function closeness(word: string, candidate: string): number {
  if (word.length > 100 || candidate.length > 100) return 0;
  const contains = word.length > 1 && (candidate.includes(word) || (candidate.length > 1 && word.includes(candidate)));
  const near = 1 - distance(word, candidate) / Math.max(word.length, candidate.length, 1);
  return contains ? Math.max(0.5, near) + 0.2 : near;
}
