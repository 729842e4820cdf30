/** What one would tick off: the kind of a deliverable. */
export type Kind = 'start' | 'draft' | 'issue' | 'sign' | 'build' | 'hold' | 'establish' | 'advance' | 'survey' | 'approve' | 'other';
export type Phase = 'begin' | 'ongoing' | 'done';

/** What a verb of government plans says of the clause that it heads. */
export interface Verb {
  kind: Kind;
  /** State at the end of the period where nothing else speaks. */
  phase: Phase;
  /** Also a noun (编制, 建设): a verb only at the head of a clause or after an adverb. */
  noun?: true;
  /** Its end can be checked: among several verbs in one clause the last of these decides (发布并实施, 形成并签署). */
  end?: true;
  /** Makes a clause without an object (项目开工). */
  alone?: true;
  /** Decides over the verbs behind it (启动编制, 加快建设). */
  order?: true;
  /** Says little itself: the noun it governs decides (开展…调研, 完成…评审). */
  light?: 'carry' | 'finish' | 'arrange';
  /** Effect or purpose of the action before it, hence no deliverable of its own (促进, 提升). */
  effect?: true;
  /** Content of the meeting or the document before it (讨论, 系统总结). */
  content?: 'meeting' | 'document';
  /** Takes somebody who acts (组织四市开展…, 引导社会资本参与). */
  causes?: true;
}

type Group = readonly [Verb, string];

const GROUPS: readonly Group[] = [
  [{ kind: 'start', phase: 'begin', end: true, order: true }, '开始 启动 启动实施 全面启动 先期启动 着手'],
  [
    { kind: 'start', phase: 'begin', end: true, alone: true },
    '开航 开播 开机 开考 开工 新开工 动工 开建 破土 破土动工 始发 开钻 开营 开训 开赛 开幕 发车 奠基 进场 进场施工 施工进场 集中开工 复工 全面复工 复工建设 开工建设 动工建设 全面开工 实质性开工 开课',
  ],
  [{ kind: 'start', phase: 'ongoing', light: 'carry' }, '开展 组织开展 联合开展 深入开展 扎实开展 广泛开展'],
  [{ kind: 'start', phase: 'ongoing', alone: true, end: true }, '同步展开 有序展开 同步施工 先行试点 开展试点'],
  [{ kind: 'start', phase: 'ongoing' }, '试点 先行先试 全面铺开 铺开 全面展开'],
  [{ kind: 'advance', phase: 'ongoing', light: 'carry' }, '进行 做好 抓好 办好 搞好 做好做实'],
  [{ kind: 'other', phase: 'done', light: 'finish', end: true }, '完成 全面完成 高质量完成 圆满完成 如期完成 按期完成 完结'],
  [{ kind: 'advance', phase: 'ongoing', light: 'arrange', causes: true }, '组织 部署 安排 协调 督促 指导'],
  [{ kind: 'other', phase: 'done', causes: true }, '互派 选聘 选派 派驻 下派 委派 邀请 促成'],
  [{ kind: 'advance', phase: 'ongoing', causes: true }, '支持 鼓励 引导 帮助 协助 动员 发动 扶持 引领 支撑'],
  [{ kind: 'advance', phase: 'ongoing', causes: true, order: true }, '推动 推进 助推'],
  [
    { kind: 'draft', phase: 'ongoing', noun: true },
    '筹划 编制 编写 编修 修编 策划 谋划 规划 设计 研究 编著 编纂 撰写 研制 立法调研 酝酿 优化',
  ],
  [{ kind: 'draft', phase: 'ongoing' }, '修改完善 编报 编排 构思 拟稿 会签 起草 草拟 研究起草'],
  [
    { kind: 'draft', phase: 'done', end: true },
    '制定 制订 拟定 拟订 拟制 研究制定 研究制订 研究提出 制定完善 订立 订定 编制形成 编制完成 修订完善 修订 修改',
  ],
  [
    { kind: 'issue', phase: 'done', end: true },
    '转发 发文 制发 通告 披露 发表 编发 印发 出台 出具 发布 推出 公布 颁布 下发 下达 编印 刊发 推送 公示 公告 颁发 宣布 出版 制定出台 制定印发 研究出台 印发实施 对外发布 向社会公布 报审印发 分发 张贴 发出 刊登 发布实施 播出 刊播',
  ],
  [{ kind: 'issue', phase: 'done', end: true, noun: true }, '公开'],
  [{ kind: 'sign', phase: 'done', end: true, alone: true }, '互签 签订 签署 签约 新签约 缔结 集中签约 续签 批出'],
  [
    { kind: 'build', phase: 'done', end: true, alone: true },
    '结顶 复炉 通水运行 通气运行 完毕 收官 收尾 落成 通车运营 交工 交工验收 竣工备案 投料试车 试生产 量产 试营业 下线 首发下线 联调联试 清表 正式运行 同步运行 建成 建成投用 建成投产 建成通车 建成运营 建成使用 建成开放 建设完成 完工 竣工 竣工验收 投用 投产 投运 投产达效 投入使用 投入运营 投入运行 投入试运行 通车 通航 通水 通气 通电 试运行 试运营 轨通 电通 洞通 交付 交付使用 封顶 贯通 合龙 建好 开放 开园 开馆 开业 新开业 开街 开诊 开通 新开通 对外开放 启用 竣工通车 全线贯通 主体封顶 洞通 架通 截流 下闸蓄水 完建 建设完毕 改造完毕 安装完毕 铺通 扫尾 出正负零 打通 上线 上线运行 并网 并网发电 联网 达产 点火',
  ],
  [
    { kind: 'build', phase: 'ongoing', noun: true },
    '岁修 开挖 开挖敷设 建置 砌筑 绑扎 支护 打桩 粉刷 铺筑 张拉 拼装 喷涂 复绿 覆绿 精装修 铺装 割接 平场 场平 顶升 建设 新(改)建 新(扩)建 改(扩)建 新(续)建 新改建 新建 新铺 改造 改扩建 扩建 修建 改建 安装 铺设 敷设 架设 栽植 修复 修缮 重建 续建 加固 硬化 亮化 升级改造 提升改造 提档升级 改造提升 新改建 新改扩建 疏浚 浇筑 吊装 合拢 清淤 清障 回填 平整 整修 翻修 翻新 拓宽改造 装修改造 补植 补种 栽种 种植 维修 抢修 检修 大修 维修改造 抚育 植树 造林 掘进 填筑 衬砌 摊铺 复建 迁建',
  ],
  [{ kind: 'build', phase: 'ongoing' }, '冬种 扩种 汰换 栽插 栽种 插播 配套建设 建造 配建 加装 补栽 刷黑 安装调试 装配 施划'],
  [{ kind: 'build', phase: 'done' }, '增设 购置 新购置 添置 更换 布设 设置'],
  [
    { kind: 'hold', phase: 'done', end: true },
    '送戏下乡 送戏 送文化 送电影 邀集 开讲 联谊 旁听 走访慰问 送教 送课 送医 夜查 暗访 明查暗访 明察暗访 展销 庆祝 团拜 表彰 颁奖 开行 召开 举办 举行 承办 主办 协办 联合举办 开办 新开办 组织召开 组织举办 组织举行 筹办 放映 试演 公演 首演 展出 参展 组团参加 参加 评比 巡讲 展播 宣教 拜访',
  ],
  [
    { kind: 'hold', phase: 'done', noun: true },
    '巡田 巡河 巡湖 巡林 巡山 报到 编班 稽查 抽验 抽检 培训 轮训 演练 宣讲 巡查 检查 督查 督导 巡察 走访 慰问 抽查 检测 义诊 巡演 展演 比武 约谈 集训 调训 视察',
  ],
  [
    { kind: 'establish', phase: 'done', end: true },
    '批设 开辟 新组建 建立 组建 成立 设立 新设立 搭建 健全 构建 创建 创办 新设 建立健全 建立完善 健全完善 成功创建 创成 生成 注册 挂牌 揭牌 组成 形成合力 建强 创设 开设 新开设 筹划开设 筹建 联合组建 创立 联合成立',
  ],
  [
    { kind: 'advance', phase: 'ongoing', order: true },
    '加快 加强 加大 强化 深化 加速 深入推进 持续推进 加快推进 稳步推进 扎实推进 全面推进 统筹推进 有序推进 协同推进 共同推进 大力推进 全力推进 纵深推进 抓紧 狠抓 抓实 抓牢 抓细 聚力 致力 继续推进',
  ],
  [
    { kind: 'advance', phase: 'ongoing' },
    '做精做优 退渔还湖 退耕还林 优化调整 调整优化 压缩 再压缩 退耕还湿 退耕还草 退塘还湿 退养还滩 腾笼换鸟 补短板 锻长板 强弱项 补短板强弱项 挂牌督办 包保 包联 跟进 盯办 驻守 蹲点 调处 疏解 疏导 引流 采取 严格执行 遵守 追责 惩处 延链 建强补齐 抓紧抓好 巡护 推进落实 压茬推进 调试 调试完善 打造 完善 拓展 拓宽 开拓 培育 培育壮大 培养 做强 做大 做优 做实 做精 做大做强 做优做强 引进 招引 新招引 引育 整合 盘活 推行 实施 组织实施 实行 贯彻 贯彻落实 严格落实 全面落实 落实落细 严禁 禁止 杜绝 深挖 推深做实 配足 稳住 守好 管好 用活 护航 破除 攻克 克服 织密 织牢 拧紧 压紧 扛牢 扛起 坚守 布局 严管 厉行 提级 护好 管护好 建优 做细做实 做深 争当 深耕 发挥 压实 筑牢 守住 守牢 严守 严厉打击 依法查处 严查 严控 严防 防范 防范化解 化解 汇集 汇聚 集聚 吸引 招募 延伸 延长 补齐 丰富 承接 争创 落细 抢抓 履行 坚决打好 打好 打赢 攻坚 激活 放大 链接 对接服务 帮扶 救助 关爱 选树 倡导 普及 挖掘 活化 弘扬 保持 开发 新开发 探索 畅通 疏通 清理 压减 压降 淘汰 关停 紧盯 用好 用足 恢复 加密 增派 激励 引入 纠正 督办 跟踪 维持 打击 严打 抵制 扩充 配强 调度 轮换 统筹调度 养殖 增殖 移植 提质 防治 防御 看护 管护 保育 复垦 迭代 擦亮 叫响 唱响 讲好 做细 筹措 严把 把好 落户 放宽 简化 精简 减免 规范化 遏制 整顿 处置 回收 治理 整治 管控 根治 保护 推深 盯紧 运用 利用 借助推广 推广应用 复制推广 推广 宣传 宣传推广 宣介 宣传推介',
  ],
  [
    { kind: 'advance', phase: 'ongoing', noun: true },
    '筹备 预警 减量 宣导 扩容 扩容升级 扩容改造 发展 融合 传承 推介 落地 落地实施 落地见效 见效 共建 共创 统筹 服务 管理 监管 监测 维护 养护 合作 沟通 联动 对接 衔接 洽谈 协作 交流 开发利用 攻关 转化 整改 运营 运作 协同 互动 宣传引导 经营 复制推广试点 保护利用 整治提升 沟通对接 沟通联动 洽谈合作 创新 改革 转型 升级 防控 救援 应用 处理 受理 流通 保障性供给 办理',
  ],
  [
    { kind: 'survey', phase: 'done' },
    '调研走访 走访调研 起底 大起底 踏勘 踏查 访谈 验证 座谈了解 摸清底数 学习考察 考察学习 核实 复核 核验 核对 核算 测量 测绘 巡检 掌握 梳理 摸排 摸清 学习借鉴 借鉴 对标学习 收集 征求 征集 收集征求 汇总 汇总分析 研判 剖析 查找 调查摸底 梳理分析 细化梳理 全面梳理 盘点 测算 厘清 摸底排查 摸查 查清 查明 查实 弄清 理清 筛选 核定 检视 查摆 听取意见',
  ],
  [
    { kind: 'survey', phase: 'done', noun: true },
    '筛查 调研 调查 分析 评估 普查 统计 论证 考察 勘察 勘测 排查 体检 评价 摸底 核查 清查 审计 对标 学习 勘探 监测评估 测评 考核 监督检查',
  ],
  [
    { kind: 'approve', phase: 'done', end: true, alone: true },
    '获奖 审签 获评为 获认定 立项 报审 上报 申报 报批 报送 获批 获得 取得 纳入 列入 入选 通过 通过验收 通过评审 通过审查 通过审议 通过审批 通过认定 通过考核 送审 提请 提交 审定 审议 呈报 入库 报备 报请 申领 申办 过会 上会 转报 获准 获颁 获评 取得批复 获得批复 完成备案 报专家审查 入统 纳统 验收合格 获',
  ],
  [{ kind: 'approve', phase: 'done', end: true, noun: true }, '审批 审查 评审 批复 审核 核准 备案 验收 认定 内审 预审 报验'],
  [
    { kind: 'other', phase: 'done', end: true },
    '购买 配备 清退 提起 提起诉讼 赠阅 赠送 发放 兑付 拨付 派发 下拨 指派 派发到位 改用 扣减 适配 停招 扩至 扩大至 扩大到 备足 备齐 迎接 接受 归零 出清 换届 改选 任命 交办 转办 办复 解封 撤销 撤并 并入 划入 剥离 注资 增资 摘牌 挂牌出让 招租 收购 吸收合并 入股 退出 关闭 停产 搬离 搬入 迁入 迁出 扭亏 扭亏为盈 盈利 翻番 过半 过百 转正 位居 位列 暂停 停止 终止 恢复运行 解除 授信 放款 到账 认缴 实缴 配套到位 赋码 赋权 授权 下放 公开曝光 问责 上墙 建账立卡 建档立卡 归集入库 招满 招聘到岗 到岗 对账 收缴入库 认购 互换 轮岗 更名 抽取 抢回 结转 聘请 聘任 续聘 新开 新辟 新开辟 新购 新招 新签 新添 新聘 新办 新认定 新注册 新登记 新获批 新评定 增收 节约 节省 压降 上云 实现 形成 确定 达到 达 超 突破 超过 不低于 不少于 不超过 增长 下降 提高到 提高至 提升到 提升至 增加到 增至 降至 降低到 降到 控制在 稳定在 保持在 压缩至 压缩到 缩短至 缩短到 落实 规范 选定 选出 遴选 新增 具备 全覆盖 消除 解决 腾退 交房 到位 招引到位 选派到位 办结 清零 出栏 入驻 确认 占比达 拆解 净增 接待 储备 储存 投保 发行 进入 转入 迈入 跻身 升至 升到 提至 增加至 下降到 下降至 减至 压减至 减少至 缩减至 安置 回购 回迁 过户 办证 垫付 清缴 偿还 置换 核销 核减 结算 退还 返还 转让 流转 交割 接管 答复 反馈 回复 回应 回访 告知 吸纳 录取 招收 招录 聘用 录用 评定 评出 命名 授牌 授予 推荐 选送 比选 中标 定标 开标 达成 制作 拍摄 录制 绘制 印制 建账 缴纳 追缴 收缴 腾空 腾地 调减 归档 存档 投放 配齐 核发 换发 发证 颁证 确权 登记造册 录入 接入 上传 审结 执结 查处 侦破 破获 查获 取缔 注销 划定 划转 移送 结清 清偿 筹集 募集 兑现 征用 收储 出让 供地 试飞 首航 首飞 回港 复航 停用 报废 退役 减持 认领 分解 公证 落地见效 结项 结题 归集上传 减负 高于 低于 优于 总结形成 细分 收回 追回 化解率达 达标 摘帽 取消 调整 免除 减排 持平 归集 汇交 建库 采集 展出 服务达 受益',
  ],
  [
    { kind: 'other', phase: 'done', noun: true },
    '辅导 共享 互通 互认 覆盖 出资 招标 采购 招商 评选 选拔 征收 拆除 搬迁 征拆 拆迁 迁改 移交 接收 招引项目 建档 建库 招聘 新招聘 引才',
  ],
  [{ kind: 'advance', phase: 'ongoing' }, '细化 调优 理顺 探讨'],
  [{ kind: 'survey', phase: 'done', alone: true }, '检漏'],
  [{ kind: 'other', phase: 'done', end: true, alone: true }, '销号'],
  [{ kind: 'start', phase: 'ongoing' }, '试行'],
  [{ kind: 'hold', phase: 'done', alone: true, end: true }, '参赛 参训 参演 参展参会'],
  [
    { kind: 'advance', phase: 'ongoing', effect: true },
    '促进 兜住 兜牢 兜住兜牢 提振 扩大 提升 壮大 营造 保障 提高 增强 增进 激发 改善 带动 助力 满足 方便 便利 巩固 夯实 彰显 展示 凸显 释放 缓解 提供 撬动 做到 减轻 降低 减少 避免 防止 拉动 辐射 繁荣 赋能 奠定 打牢 树立 塑造 凝聚 切实维护 厚植 拓展提升 促使 力促 便于 助推 实现良性循环 检验 防范遏制 有效遏制 坚决遏制 推升 增添 浓厚 保证 巩固提升 优化提升 巩固拓展',
  ],
  [{ kind: 'other', phase: 'done', effect: true, end: true }, '确保'],
  [{ kind: 'other', phase: 'done', end: true, content: 'document' }, '明确'],
  [{ kind: 'hold', phase: 'done', content: 'meeting' }, '讨论 研讨 听取 传达 通报 交流讨论 共商 话 总结部署'],
  [{ kind: 'draft', phase: 'done', content: 'document' }, '阐明 反映 包括 涵盖 界定 收录 提出'],
  [{ kind: 'survey', phase: 'done', content: 'document' }, '系统总结 总结 全面总结 总结评估 总结提炼'],
];

export const VERBS: readonly (readonly [string, Verb])[] = GROUPS.flatMap(([verb, words]) =>
  words.split(' ').map(word => [word, verb] as const),
);

/** Nouns that decide what a light verb means (开展…调研: survey; 完成…评审: approve), by kind. */
export const DEED_NOUNS: Readonly<Partial<Record<Kind, string>>> = {
  survey:
    '方案比选 回头看 溯源 查核 监察 节能监察 督察 比对 诊断 调研 调查 分析 评估 梳理 摸底 体检 普查 排查 研判 测评 论证 评价 自查 调研活动 摸底调查 核查 摸排 勘察 勘测 考察 统计 测算 征集 考核 审计 需求调研 调查研究',
  draft:
    '编制 规划 设计 方案 初稿 送审稿 起草 修编 修订 文件 清单 目录 编写 规划设计 初步设计 报告 总体规划 立法 草案 策划 课题研究 研究 办法 意见 细则 指南 标准 条例 编修 征求意见稿',
  hold: '社会实践 志愿服务 志愿服务活动 宣传活动 考试 典礼 主题队日 队日 巡河 巡湖 巡林 巡田 巡山 联合巡河 警示教育 宣传教育 主题教育 教育活动 活动 招聘会 巡查 检查 督查 督导 培训 培训班 论坛 大讲堂 讲堂 演练 推介会 恳谈会 座谈会 研讨会 对接会 会议 评选 大赛 竞赛 比赛 赛事 对抗赛 邀请赛 联赛 冬令营 宣讲 讲座 展览 博览会 展会 展销会 艺术节 文化节 旅游节 路演 义诊 走访 慰问 走访慰问 执法 执法检查 专项行动 行动 演出 展演 仪式 宣传周 宣传月 运动会 交流会 推进会 发布会 监督检查 联合执法 巡展 沙龙 夏令营 签约仪式 座谈 年会 峰会 大会 联席会议 招聘活动 比武 评选活动 会商 课程 主题日 主题党日 抽检 检测 讲座 公开课 轮训 推介 观摩 教研',
  build:
    '提升工程 改造工程 修复工程 安装工程 治理工程 建设 施工 安装 改造 工程 主体 修建 土建 灌浆 二衬 路基 桥梁 路面 隧道 绿化 管网 围挡 打围 开挖 基础 桩基 主体结构 主体工程 新建 扩建 改扩建 维修 土石方 铺设 封顶 装修 进度 工程量 任务量 形象进度 投资 标准厂房 栽植 造林 植树 修复 整治 接待中心 主体建筑 基站 充电桩 泊位 公里',
  approve: '手续 前期手续 手续办理 评审 内审 审批 审查 报批 立项 验收 批复 申报 备案 审核 核准 预审 认定 用地审批 竣工验收 环评 报建 报送',
  establish: '组建 设立 成立 创建 建立 注册 挂牌 搭建 组建工作',
  sign: '签约 签订 签署',
  start: '开工 启动',
  advance: '保障 服务保障 接待保障 宣传 推广 宣介 合作 协作 联动 联防联控 对接 服务 治理 管理 监测 帮扶 宣传推广',
  other:
    '选址 接种 意见征询 比选 招标 招商 招商引资 采购 前期工作 前期准备工作 准备工作 任务 征收 拆迁 搬迁 征拆 征地 招引 遴选 共享 信息共享 汇交 建库 筹备工作 选拔 腾退 整改 移交 投资任务 目标任务 指标 产值 税收 收入',
};

/** Nouns that name a document (形成…初稿 is draft, 形成…经验 is other). */
export const DOCUMENT_NOUNS =
  '方案 规划 计划 清单 报告 初稿 送审稿 意见 办法 措施 细则 标准 指南 指标体系 目录 蓝皮书 白皮书 手册 简报 文件 条例 草案 台账 备忘录 协议 预案 导则 制度 规程 规范 图则 政策 规定 章程 纲要 征求意见稿 建议 通知 倡议书 汇编 读本 案例集 图集 议程 实施意见 思路 工作思路 规划纲要 议题';
