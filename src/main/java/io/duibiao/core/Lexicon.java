package io.duibiao.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that target phrases are made of; where several begin alike, the longest is meant. */
final class Lexicon {

    /** What a word does in a phrase. */
    sealed interface Word {
    }

    /** Words that carry nothing but their part. */
    enum Mark implements Word {
        /** Changes no rule: 力争, 均, 全区. */
        FILLER,
        /** 分别: one figure for each name. */
        EACH,
        /** 每年: harmless to a level, but a yearly change is none since a base year. */
        YEARLY,
        /** 实现. */
        ACHIEVE,
        /** 全部, 所有, 全面. */
        ALL,
        /** 严禁, 不再. */
        PROHIBIT,
        /** Sounds like a measure and is none: 大幅, 适度. */
        VAGUE
    }

    /** Before a figure: 不低于, ≥. */
    record Compare(Relation relation) implements Word {
    }

    /** Before a figure, and meaning what is better for the indicator: 优于, 达到或优于. */
    record Better(boolean strict) implements Word {
    }

    /** After a figure: 以上, 左右. */
    record Closing(Relation relation) implements Word {
    }

    record Verb(Form form, Course course) implements Word {
    }

    /** What a verb says about the figure after it. */
    enum Form {
        /** 达到: as good as the figure. */
        ATTAIN,
        /** 为, or no verb at all. */
        BE,
        /** =, 等于: nothing but the figure. */
        EQUAL,
        /** 提高到: a verb of change with 到, 至 or 为 states a level. */
        REACH,
        /** 提高: the same verb without it states a change. */
        MOVE,
        /** 新增: a change that is never without a figure. */
        ADD,
        /** 稳定在. */
        HOLD,
        /** 控制在. */
        CONTAIN,
        /** 符合, 执行: of a standard, never of a figure. */
        MEET
    }

    /** Which way a word moves a figure. */
    enum Course {
        UP,
        DOWN,
        /** Better, whichever way that is. */
        GOOD
    }

    /**
     * Says the whole rule: 稳中向好, 不降低, 有所下降, 减半.
     *
     * @param course the way that it wants the figure to go
     * @param change a cumulative figure counts it in the sense of its name, whatever that is
     * @param rule of the base year and the phrase
     */
    record Whole(Course course, boolean change, BiFunction<Optional<Integer>, String, Rule> rule) implements Word {
    }

    /** 完成, 全覆盖; 消除, 清零; 基本完成. */
    record Do(Done done, boolean basically) implements Word {
    }

    enum Done {
        REMOVED,
        FINISHED,
        /** 基本实现…零填埋: the object says what is done. */
        AS_SAID
    }

    /** A word and its length as printed. */
    record Entry(Word word, int length) {
    }

    private static final Map<String, Word> WORDS = new HashMap<>();

    static {
        add(Mark.FILLER, "力争 争取 努力 原则上 确保 保证 要 应 应当 须 必须 需 将 坚决 切实 均 各 平均 总体 总体上 总 共 累计",
                "全区 全盟 全市 全旗 全县 全国");
        add(Mark.EACH, "分别");
        add(Mark.YEARLY, "每年 每季度 每月");
        add(Mark.ACHIEVE, "实现");
        add(Mark.ALL, "全部 所有 全面");
        add(Mark.PROHIBIT, "严禁 禁止 杜绝 不再 不得 不予");
        add(Mark.VAGUE, "大幅 大幅度 较大幅度 小幅 适度 适当 显著 明显 较快 加快 尽量 尽可能 约莫 大概 可能 有望 接近 将近 若干");

        strict(Relation.ABOVE, Relation.AT_LEAST, Relation.AT_MOST, "高于 大于 多于 超过 超出 突破");
        strict(Relation.BELOW, Relation.AT_MOST, Relation.AT_LEAST, "低于 小于 少于");
        add(new Compare(Relation.ABOVE), ">");
        add(new Compare(Relation.BELOW), "不满 不足 <");
        add(new Compare(Relation.AT_LEAST), "至少 不下于 ≥ ≧ ⩾ >=");
        add(new Compare(Relation.AT_MOST), "至多 最多 ≤ ≦ ⩽ <=");
        add(new Compare(Relation.ABOUT), "约 大约 约为 约占 约达 ≈");
        add(new Better(true), "优于 好于");
        add(new Better(false), "达到或优于 达到或好于 不劣于 不差于");
        add(new Closing(Relation.AT_LEAST), "以上 及以上 或以上");
        add(new Closing(Relation.AT_MOST), "以下 及以下 或以下 以内 之内");
        add(new Closing(Relation.ABOVE), "以外");
        add(new Closing(Relation.ABOUT), "左右");

        add(new Verb(Form.ATTAIN, Course.GOOD), "达到 达 稳定达到 保持达到 继续保持达到");
        add(new Verb(Form.BE, Course.GOOD), "为 占 在");
        add(new Verb(Form.EQUAL, Course.GOOD), "= 等于");
        add(new Verb(Form.HOLD, Course.GOOD), "稳定在 保持在 维持在 稳定保持在 持续保持在 继续保持在 保持");
        add(new Verb(Form.CONTAIN, Course.GOOD), "控制在 控制到 限制在");
        add(new Verb(Form.MEET, Course.GOOD), "满足 符合 执行 实施");
        add(new Verb(Form.ADD, Course.UP), "新增");
        change(Course.UP, Course.DOWN, "提高 提升 增加 增长 上升 升高 扩大 增 升");
        change(Course.DOWN, Course.UP, "下降 降低 减少 削减 压减 缩减 缩小 降 减");
        change(Course.GOOD, Course.GOOD, "改善 好转 向好 优化 减轻 缓解");
        fold(Course.DOWN, Quantity.of(50), "减半");
        fold(Course.UP, Quantity.HUNDRED, "翻番 翻一番");

        whole(Course.GOOD, Rule.NotWorseThanBaseline::new, "稳定 保持稳定 维持稳定 继续保持稳定 保持总体稳定",
                "不低于现状 不低于现状水平 不劣于现状 保持现状 维持现状 不恶化 不退化 不变差");
        Function<String, Rule> stable = printed -> new Rule.StableOrImproving(Quantity.ZERO, true, printed);
        for (String before : List.of("", "持续", "保持", "继续保持")) {
            whole(Course.GOOD, stable, before + "稳中向好", before + "稳中趋好", before + "稳定向好");
            whole(Course.UP, stable, before + "稳中有升");
            whole(Course.DOWN, stable, before + "稳中有降");
        }
        for (String before : List.of("", "保持", "持续", "持续保持", "继续保持")) {
            boolean everyYear = !before.isEmpty();
            whole(Course.DOWN, printed -> new Rule.NegativeGrowth(everyYear, printed), before + "负增长");
            whole(Course.DOWN, printed -> new Rule.ZeroGrowth(everyYear, printed), before + "零增长");
        }
        for (String word : List.of("达标", "稳定达标", "全面达标", "达标排放", "稳定达标排放", "全面达标排放")) {
            whole(Course.GOOD, printed -> new Rule.ByStandard(word, Optional.empty(), printed), word);
        }
        whole(Course.GOOD, Rule.Judged::new, "长治久清 长制久清 有效保障");
        for (String how : List.of("有效", "全面", "切实")) {
            String got = "得到" + how;
            whole(Course.GOOD, Rule.Judged::new, got + "保障", got + "控制", got + "管控", got + "保护");
        }
        whole(Course.GOOD, printed -> new Rule.Complete(Optional.empty(), true, Optional.empty(), printed),
                "基本见效 基本稳定 保持基本稳定 得到基本保障 得到基本控制 得到基本管控 得到基本保护");

        add(new Do(Done.AS_SAID, true), "基本实现 基本达到");
        doing(Done.REMOVED, "消除 淘汰 取缔 清除 清零 归零 得到消除 零填埋 零排放");
        doing(Done.FINISHED, "完成 完成新增 建成 新建 建设 建立 整治 治理 改造 修复 创建 配备 划定 安装 清理 开展 召开 发布"
                + " 全覆盖 覆盖 全收集 全处理 全回用 六个百分之百 做到六个百分之百");
    }

    private static final int LONGEST = WORDS.keySet().stream().mapToInt(String::length).max().orElseThrow();

    /** What a number counts, against what it measures: 10台以上 is a number of boilers, 10蒸吨以上 is their size. */
    static final List<String> COUNTERS = words(
            "个 段 处 座 家 台 套 辆 条 项 次 起 人 户 名 村 只 头 株 枚 件 份 批 所 口 级 分 种 子站 宗 块 支 艘");
    /** Measures that say which thing is meant when one follows: 4.3米焦炉. */
    static final List<String> SIZES = words("米 蒸吨 蒸吨/小时 级 年");
    private static final String MEASURES = "吨标准煤 吨 千克 公斤 克 毫克 微克 μg mg kg t tce 立方米 标立方米 平方米 平方公里 平方千米 公顷 亩 公里 千米 米"
            + " km m m3 m³ m2 ㎡ km2 升 毫升 L 千瓦 千瓦时 兆瓦 kW MW GW kWh 蒸吨 元 分贝 dB 倍 ‰ 天 日 小时 分钟 年 h";
    private static final String SCALES = anyOf(words("万亿 亿 千万 百万 十万 万 千 百"));
    private static final String SINGLE_UNIT = "(?:" + SCALES + "?"
            + anyOf(Stream.concat(COUNTERS.stream(), words(MEASURES).stream()).toList()) + "|" + SCALES + ")";
    /** 亿吨标准煤, 微克/立方米, 起/每万枚. */
    static final String UNIT = "(?:个?百分点|%|" + SINGLE_UNIT + "(?:/每?" + SINGLE_UNIT + ")*)";

    /** How the names of indicators end, so that what stands before a predicate is known to be one. */
    static final List<String> NAME_ENDINGS = words(
            "率 比例 比重 占比 份额 量 度 数 面积 能耗 规模 水平 消耗 水质 级别 装机 产能 值 PM2.5 PM10 O3 VOCs");
    /** Signs that end a clause or belong to a figure, so that no name and no object holds them. */
    static final String NOT_IN_NAMES = ",;。:!?%≥≤<>=";
    /** Words after a predicate that add nothing to it. */
    static final List<String> TAILS = words("的目标任务 的任务目标 的目标 的任务 的要求 的水平 目标任务 任务目标 目标 水平");

    /** What may set a figure instead of a number: 达到先进定额标准, 控制在“十三五”水平, 达到国家考核目标. */
    static final List<String> STANDARD_ENDINGS = words("标准 标准要求 限值 先进水平 先进值");
    static final List<String> EARLIER = words("十二五 十三五 十四五 上年 去年");
    static final List<String> EARLIER_ENDINGS = words("水平 要求 指标 目标 任务");
    static final List<String> AUTHORITIES = words("国家 自治区 考核 相关 下达 上级 规定 年度");
    static final List<String> DEMANDS = words("要求 目标 任务 指标");

    private Lexicon() {
    }

    /** The longest word that begins there. */
    static Optional<Entry> at(String text, int from) {
        for (int length = Math.min(LONGEST, text.length() - from); length > 0; length--) {
            Word word = WORDS.get(text.substring(from, from + length));
            if (word != null) {
                return Optional.of(new Entry(word, length));
            }
        }
        return Optional.empty();
    }

    private static void add(Word word, String... lists) {
        Stream.of(lists).forEach(list -> words(list).forEach(text -> WORDS.put(text, word)));
    }

    /** 高于, and what 《民法典》第1259条 makes of it with 或 and 不: both include the number. */
    private static void strict(Relation relation, Relation inclusive, Relation negated, String list) {
        for (String word : words(list)) {
            add(new Compare(relation), word);
            add(new Compare(inclusive), "达到或" + word, "等于或" + word, word + "或等于", word + "等于");
            add(new Compare(negated), "不" + word, "不得" + word, "不能" + word, "不应" + word, "应不" + word);
        }
    }

    /** A verb of change and what comes of it: 下降, 下降到, 不下降, 有所下降, 持续下降, 持续下降到. */
    private static void change(Course course, Course opposite, String list) {
        for (String verb : words(list)) {
            add(new Verb(Form.MOVE, course), verb);
            reach(course, verb);
            whole(opposite, Rule.NotWorseThanBaseline::new, "不" + verb, "不得" + verb, "不再" + verb);
            trend(course, verb, Rule.Against.BASELINE, "有所 进一步 得到 得到有效");
            trend(course, verb, Rule.Against.EVERY_YEAR, "持续 逐年 不断 稳步 逐步 继续");
        }
    }

    private static void reach(Course course, String verb) {
        add(new Verb(Form.REACH, course), verb + "到", verb + "至", verb + "为");
    }

    private static void trend(Course course, String verb, Rule.Against against, String manners) {
        for (String manner : words(manners)) {
            whole(course, printed -> new Rule.Improve(against, printed), manner + verb);
            reach(course, manner + verb);
        }
    }

    private static void fold(Course course, Quantity percent, String list) {
        add(new Whole(course, true, (baseYear, printed) -> new Rule.ChangeBy(percent, Rule.ChangeUnit.PERCENT, baseYear, false,
                false, Optional.empty(), printed)), list);
    }

    private static void whole(Course course, Function<String, Rule> rule, String... lists) {
        add(new Whole(course, false, (baseYear, printed) -> rule.apply(printed)), lists);
    }

    private static void doing(Done done, String list) {
        for (String word : words(list)) {
            add(new Do(done, false), word, "全部" + word, "全面" + word, "动态" + word);
            add(new Do(done, true), "基本" + word);
        }
    }

    private static List<String> words(String list) {
        return List.of(list.split(" "));
    }

    private static String anyOf(List<String> words) {
        return words.stream().sorted((a, b) -> b.length() - a.length()).collect(Collectors.joining("|", "(?:", ")"));
    }
}
