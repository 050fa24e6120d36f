package io.duibiao.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The words that target phrases are made of; where several begin alike, the longest is meant. */
final class Lexicon {

    /** Which way a word moves a figure. */
    enum Course {
        UP,
        DOWN,
        /** Better, whichever way that is. */
        GOOD
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
        /** 稳定在. */
        HOLD,
        /** 控制在. */
        CONTAIN,
        /** 符合, 执行: of a standard, never of a figure. */
        MEET
    }

    /** What a word does in a phrase. */
    sealed interface Word {
    }

    /** Changes no rule: 力争, 均, 全区. */
    record Filler() implements Word {
    }

    /** 每年: harmless to a level, but a yearly change is no change since a base year. */
    record Yearly() implements Word {
    }

    /** 分别: one figure for each name. */
    record Each() implements Word {
    }

    /** 实现, 基本实现. */
    record Achieve(boolean basically) implements Word {
    }

    /** 全部, 所有, 全面. */
    record All() implements Word {
    }

    /** Sounds like a measure and is none: 大幅, 适度. */
    record Vague() implements Word {
    }

    /** Before a figure: 不低于, ≥. */
    record Compare(Relation relation) implements Word {
    }

    /** Before a figure, meaning what is better for the indicator: 优于, 达到或优于. */
    record Better(boolean strict) implements Word {
    }

    /** After a figure: 以上, 左右. */
    record Closing(Relation relation) implements Word {
    }

    record Verb(Form form, Course course) implements Word {
    }

    /** 减半, 翻番: a change that has its figure in the word. */
    record Fold(Course course, Quantity percent) implements Word {
    }

    /** 不降低: the course that is ruled out. */
    record Never(Course course) implements Word {
    }

    /** 有所下降, 持续减少. */
    record Trend(Course course, Rule.Against against) implements Word {
    }

    /** Says the whole rule. */
    record Fixed(Course course, Function<String, Rule> rule) implements Word {
    }

    /** 完成, 建成, 全覆盖; 消除, 淘汰, 清零 remove. */
    record Do(boolean removes, boolean basically) implements Word {
    }

    /** 严禁, 不再. */
    record Prohibit() implements Word {
    }

    /** A word and its length as printed. */
    record Entry(Word word, int length) {
    }

    private static final Map<String, Word> WORDS = new HashMap<>();

    static {
        add(new Filler(), "力争 争取 努力 原则上 确保 保证 要 应 应当 须 必须 需 将 坚决 切实 均 各 平均 总体 总体上 总 共 累计"
                + " 全区 全盟 全市 全旗 全县 全国");
        add(new Yearly(), "每年 每季度 每月");
        add(new Each(), "分别");
        add(new Achieve(false), "实现");
        add(new Achieve(true), "基本实现 基本达到");
        add(new All(), "全部 所有 全面");
        add(new Vague(), "大幅 大幅度 较大幅度 小幅 适度 适当 显著 明显 较快 加快 尽量 尽可能 约莫 大概 可能 有望 接近 将近 若干");

        Map<Relation, String> strict = Map.of(Relation.ABOVE, "高于 大于 多于 超过 超出 突破", Relation.BELOW, "低于 小于 少于");
        strict.forEach((relation, words) -> {
            Relation inclusive = relation == Relation.ABOVE ? Relation.AT_LEAST : Relation.AT_MOST;
            Relation negated = relation == Relation.ABOVE ? Relation.AT_MOST : Relation.AT_LEAST;
            add(new Compare(relation), words);
            for (String word : words.split(" ")) {
                add(new Compare(inclusive), "达到或" + word, "等于或" + word, word + "或等于", word + "等于");
                add(new Compare(negated), "不" + word, "不得" + word, "不能" + word, "不应" + word, "应不" + word);
            }
        });
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
        add(new Verb(Form.MOVE, Course.UP), "新增");
        change(Course.UP, "提高 提升 增加 增长 上升 升高 扩大 增 升");
        change(Course.DOWN, "下降 降低 减少 削减 压减 缩减 缩小 降 减");
        change(Course.GOOD, "改善 好转 向好 优化 减轻 缓解");
        add(new Fold(Course.DOWN, Quantity.of(50)), "减半");
        add(new Fold(Course.UP, Quantity.HUNDRED), "翻番 翻一番");

        fixed(Course.GOOD, Rule.NotWorseThanBaseline::new,
                "稳定 保持稳定 维持稳定 继续保持稳定 保持总体稳定 不低于现状 不低于现状水平 不劣于现状 保持现状 维持现状 不恶化 不退化 不变差");
        for (String before : List.of("", "持续", "保持", "继续保持")) {
            Function<String, Rule> stable = printed -> new Rule.StableOrImproving(Quantity.ZERO, true, printed);
            fixed(Course.GOOD, stable, before + "稳中向好", before + "稳中趋好", before + "稳定向好");
            fixed(Course.UP, stable, before + "稳中有升");
            fixed(Course.DOWN, stable, before + "稳中有降");
        }
        for (String before : List.of("", "保持", "持续", "持续保持", "继续保持")) {
            fixed(Course.DOWN, printed -> new Rule.NegativeGrowth(!before.isEmpty(), printed), before + "负增长");
            fixed(Course.DOWN, printed -> new Rule.ZeroGrowth(!before.isEmpty(), printed), before + "零增长");
        }
        for (String words : "达标 稳定达标 全面达标 达标排放 稳定达标排放 全面达标排放".split(" ")) {
            fixed(Course.GOOD, printed -> new Rule.ByStandard(words, Optional.empty(), printed), words);
        }
        fixed(Course.GOOD, Rule.Judged::new, "长治久清 长制久清 基本见效 基本稳定 基本满足需要 保持基本稳定 有效保障");
        for (String how : List.of("有效", "基本", "全面", "切实")) {
            fixed(Course.GOOD, Rule.Judged::new, "得到" + how + "保障", "得到" + how + "控制", "得到" + how + "管控", "得到" + how + "保护");
        }

        doing(true, "消除 淘汰 取缔 清除 清零 归零 得到消除 零填埋 零排放");
        doing(false, "完成 建成 新建 建设 建立 整治 治理 改造 修复 创建 配备 划定 安装 清理 六个百分之百 做到六个百分之百"
                + " 全覆盖 覆盖 全收集 全处理 全收集全处理 全收集、全处理 全回用");
        add(new Prohibit(), "严禁 禁止 杜绝 不再 不得 不予");
    }

    /** Amounts that a number in front of measures, and things that it counts: 10蒸吨以下 selects boilers, 10台以上 counts them. */
    static final List<String> MEASURES = longestFirst("吨标准煤 吨 千克 公斤 克 毫克 微克 μg mg kg t tce 立方米 标立方米 平方米 平方公里 平方千米 公顷 亩 公里 千米 米"
            + " km m m3 m³ m2 ㎡ km2 升 毫升 L 千瓦 千瓦时 兆瓦 kW MW GW kWh 蒸吨 元 分贝 dB 倍 ‰ 天 日 小时 分钟 年 h");
    static final List<String> COUNTERS = longestFirst("个 段 处 座 家 台 套 辆 条 项 次 起 人 户 名 村 只 头 株 枚 件 份 批 所 口 级 分 种 子站 宗 块 支 艘");
    static final List<String> SCALES = longestFirst("万亿 亿 千万 百万 十万 万 千 百");

    /** How the names of indicators end, so that what stands before a predicate is known to be one. */
    static final List<String> NAME_ENDINGS = List.of("率", "比例", "比重", "占比", "份额", "量", "度", "数", "面积", "能耗", "规模", "水平", "消耗",
            "水质", "级别", "装机", "产能", "值", "PM2.5", "PM10", "O3", "VOCs");

    /** Words after a predicate that add nothing to it. */
    static final List<String> TAILS = longestFirst("的目标任务 的任务目标 的目标 的任务 的要求 的水平 目标任务 任务目标 目标 水平");

    /** What a figure may be set by instead of a number: 达到先进定额标准, 控制在“十三五”水平, 达到国家考核目标. */
    static final List<String> STANDARD_ENDINGS = List.of("标准", "标准要求", "限值", "先进水平", "先进值");
    static final List<String> REFERENCES = List.of("十二五", "十三五", "十四五", "上年", "去年");
    static final List<String> REFERENCE_ENDINGS = List.of("水平", "要求", "指标", "目标", "任务");
    static final List<String> AUTHORITIES = List.of("国家", "自治区", "考核", "相关", "下达", "上级", "规定", "年度");
    static final List<String> DEMANDS = List.of("要求", "目标", "任务", "指标");
    static final List<String> CLASSES = List.of("劣V", "III", "IV", "II", "I", "V");
    static final List<String> CLASS_ENDINGS = List.of("", "水质", "水体", "标准", "水质标准", "标准要求", "水质要求", "要求", "以上", "及以上");

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
        Stream.of(lists).flatMap(list -> Stream.of(list.split(" "))).forEach(text -> WORDS.put(text, word));
    }

    /** A verb of change and what comes of it: 下降, 下降到, 不下降, 有所下降, 持续下降, 持续下降到. */
    private static void change(Course course, String verbs) {
        Map<String, Rule.Against> manners = Map.of("有所", Rule.Against.BASELINE, "进一步", Rule.Against.BASELINE,
                "得到", Rule.Against.BASELINE, "得到有效", Rule.Against.BASELINE, "持续", Rule.Against.EVERY_YEAR, "逐年",
                Rule.Against.EVERY_YEAR, "不断", Rule.Against.EVERY_YEAR, "稳步", Rule.Against.EVERY_YEAR, "逐步",
                Rule.Against.EVERY_YEAR, "继续", Rule.Against.EVERY_YEAR);
        for (String verb : verbs.split(" ")) {
            add(new Verb(Form.MOVE, course), verb);
            add(new Never(course), "不" + verb, "不得" + verb, "不再" + verb);
            reach(course, verb);
            manners.forEach((manner, against) -> {
                add(new Trend(course, against), manner + verb);
                reach(course, manner + verb);
            });
        }
    }

    private static void reach(Course course, String verb) {
        add(new Verb(Form.REACH, course), verb + "到", verb + "至", verb + "为");
    }

    private static void fixed(Course course, Function<String, Rule> rule, String... words) {
        add(new Fixed(course, rule), words);
    }

    private static void doing(boolean removes, String words) {
        for (String word : words.split(" ")) {
            add(new Do(removes, false), word, "全部" + word, "全面" + word, "动态" + word);
            add(new Do(removes, true), "基本" + word);
        }
    }

    private static List<String> longestFirst(String words) {
        return Stream.of(words.split(" ")).sorted((a, b) -> b.length() - a.length()).toList();
    }

    private static final int LONGEST = WORDS.keySet().stream().mapToInt(String::length).max().orElseThrow();
}
