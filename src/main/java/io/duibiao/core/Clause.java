package io.duibiao.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.duibiao.core.Lexicon.Achieve;
import io.duibiao.core.Lexicon.All;
import io.duibiao.core.Lexicon.Better;
import io.duibiao.core.Lexicon.Closing;
import io.duibiao.core.Lexicon.Compare;
import io.duibiao.core.Lexicon.Course;
import io.duibiao.core.Lexicon.Do;
import io.duibiao.core.Lexicon.Each;
import io.duibiao.core.Lexicon.Filler;
import io.duibiao.core.Lexicon.Fixed;
import io.duibiao.core.Lexicon.Fold;
import io.duibiao.core.Lexicon.Form;
import io.duibiao.core.Lexicon.Never;
import io.duibiao.core.Lexicon.Prohibit;
import io.duibiao.core.Lexicon.Trend;
import io.duibiao.core.Lexicon.Vague;
import io.duibiao.core.Lexicon.Verb;
import io.duibiao.core.Lexicon.Yearly;
import io.duibiao.core.Reading.Amount;
import io.duibiao.core.Rule.ChangeUnit;

/** One clause of a plan while it is read by the grammar of {@link Phrases}. */
final class Clause {

    private static final Text UNKNOWN = new Text("读不懂这一部分", "this part is not understood");
    private static final Text UNFINISHED = new Text("话没有说完，缺少数值或对象", "unfinished: a figure or an object is missing");
    private static final Text VAGUE = new Text("这个说法没有给出数值", "this word gives no figure");
    private static final Text BEYOND = new Text("数值超出范围：整数最多14位，小数最多4位",
            "the number is out of range: at most 14 integer digits and 4 decimals");
    private static final Text CONTRADICTION = new Text("与同句的另一限定矛盾", "contradicts another word of the phrase");
    private static final Text WRONG_WAY = new Text("与指标的优劣方向相反", "goes against the direction that is better");
    private static final Text NO_DIRECTION = new Text("指标没有优劣方向，看不出是上限、下限还是等于",
            "the indicator has no better direction: this may be a floor, a ceiling or the figure itself");
    private static final Text COUNT = new Text("名称与数值的个数不一致", "the names and the figures differ in number");
    private static final Text UNIT = new Text("单位在这里讲不通", "this unit makes no sense here");
    private static final Text ONLY_A_FLOOR = new Text("变化幅度只能给出下限", "a change can only be given as a floor");
    private static final Text NO_CHANGE = new Text("只有变化幅度才有基期", "only a change is counted from a base year");
    private static final Text YEARLY = new Text("每年的变化幅度不是相对基期的变化幅度", "a change each year is not one since a base year");

    private static final Quantity ONE_PERCENT = Quantity.of("0.01");
    private static final Verb NO_VERB = new Verb(Form.BE, Course.GOOD);
    private static final List<String> RANGE = List.of("——", "-", "–", "—", "~", "〜", "∼", "至");
    private static final List<String> AND = List.of("、", "以及", "和", "及", "与");
    /** Signs that end a clause or belong to a figure, so that no name holds them. */
    private static final String NOT_IN_NAMES = ",;。:!?%≥≤<>=";

    /** A relation and where it is printed. */
    private record Limit(Relation relation, int from, int to) {
    }

    /** One figure or range with what stands after it: 25%, 1-2个, 20%以上, 90%(含)以上. */
    private record Item(Amount low, Optional<Amount> high, Optional<Limit> closing, Optional<Boolean> inclusive, int from,
            int to) {

        Optional<String> unit() {
            return high.flatMap(Amount::unit).or(low::unit);
        }

        /** A closing word or unit of the last one belongs to all. */
        Item closedLike(Item last) {
            Amount amount = unit().isPresent() ? low : new Amount(low.value(), last.unit());
            return new Item(amount, high, closing.or(last::closing), inclusive.or(last::inclusive), from, to);
        }
    }

    private final Reading reading;
    private final String printed;
    private final Direction direction;
    private final Kind kind;

    private Optional<Integer> baseYear = Optional.empty();
    private boolean yearly;
    private boolean each;
    private boolean all;
    private boolean achieve;
    private boolean basically;

    Clause(Reading reading, String printed, Direction direction, Kind kind) {
        this.reading = reading;
        this.printed = printed;
        this.direction = direction;
        this.kind = kind;
    }

    /**
     * The predicate is read where it may begin: at the start, after a name, or at a rule word after 实现. The first place that is
     * read to the end counts; if there is none, the attempt that came furthest says what is wrong.
     */
    List<Rule> rules() {
        modifiers();
        int start = reading.at();
        Optional<UnreadablePhrase> furthest = Optional.empty();
        int furthestPlace = -1;
        for (int place = start; place <= start || place < reading.length(); place++) {
            if (place == start || mayBegin(start, place)) {
                try {
                    return new Clause(reading, printed, direction, kind).predicate(start, place);
                } catch (UnreadablePhrase e) {
                    if (reading.at() > furthestPlace) {
                        furthestPlace = reading.at();
                        furthest = Optional.of(e);
                    }
                }
            }
        }
        throw furthest.orElseThrow();
    }

    private boolean mayBegin(int start, int place) {
        String before = reading.text(start, place);
        if (before.chars().anyMatch(c -> NOT_IN_NAMES.indexOf(c) >= 0)) {
            return false;
        }
        reading.backTo(place);
        return achieve && (reading.sees(Do.class) || reading.sees(Fixed.class))
                || Lexicon.NAME_ENDINGS.stream().anyMatch(before::endsWith);
    }

    private List<Rule> predicate(int start, int place) {
        reading.backTo(0);
        modifiers();
        reading.backTo(place);
        modifiers();
        int from = reading.at();
        boolean named = place > start;
        List<Rule> rules = rule().map(List::of).orElseGet(() -> figures(named));
        reading.takeAny(Lexicon.TAILS);
        if (!reading.take("。")) {
            reading.take(";");
        }
        if (!reading.atEnd()) {
            throw unexplained();
        }
        check(each && rules.size() == 1, from, COUNT);
        check(named && rules.size() > 1 && !names(reading.text(start, place), rules.size()), start, COUNT);
        boolean change = rules.get(0) instanceof Rule.ChangeBy;
        check(baseYear.isPresent() && !change, from, NO_CHANGE);
        check(yearly && change, from, YEARLY);
        return rules;
    }

    private void check(boolean wrong, int from, Text why) {
        if (wrong) {
            throw unreadable(from, reading.length(), why);
        }
    }

    /** 、 separates names outside brackets; 和, 与 and 及 may (呼和浩特 is one name), and only before the last. */
    private static boolean names(String subject, int count) {
        String bare = subject.replaceAll("\\([^()]*\\)", "");
        int separators = (int) bare.chars().filter(c -> c == '、').count();
        boolean joined = AND.stream().skip(1).anyMatch(bare.substring(bare.lastIndexOf('、') + 1)::contains);
        return count == separators + 1 || joined && count == separators + 2;
    }

    /** Words that precede a name or a predicate in any order, dates and the base year among them. */
    private void modifiers() {
        for (int from = -1; from < reading.at();) {
            from = reading.at();
            fillers();
            yearly |= reading.take(Yearly.class).isPresent();
            all |= reading.take(All.class).isPresent();
            reading.take(Achieve.class).ifPresent(word -> {
                achieve = true;
                basically |= word.basically();
            });
            if (!baseYear()) {
                reading.date();
            }
        }
    }

    private void fillers() {
        while (reading.take(Filler.class).isPresent() || reading.sees(Each.class)) {
            each |= reading.take(Each.class).isPresent();
        }
    }

    /** 较2015年, 与2015年相比. */
    private boolean baseYear() {
        int from = reading.at();
        if (reading.takeAny(List.of("较", "比", "与", "同", "相比")).isPresent()) {
            OptionalInt year = reading.year();
            if (year.isPresent()) {
                reading.takeAny(List.of("年底", "底", "末", "水平"));
                reading.take("相比");
                reading.take(",");
                baseYear = Optional.of(year.getAsInt());
                return true;
            }
        }
        reading.backTo(from);
        return false;
    }

    /** A predicate that needs no figure after a verb. */
    private Optional<Rule> rule() {
        int from = reading.at();
        if (basically) {
            return Optional.of(object(true) ? new Rule.Eliminate(true, printed) : complete(Optional.empty(), true));
        }
        Optional<Rule> rule = reading.take(Fixed.class).map(word -> {
            improving(word.course(), from);
            Rule fixed = word.rule().apply(printed);
            return all && fixed instanceof Rule.ByStandard ? complete(Optional.empty(), false) : fixed;
        });
        return rule.or(() -> reading.take(Never.class).map(word -> {
            improving(word.course() == Course.UP ? Course.DOWN : Course.UP, from);
            return new Rule.NotWorseThanBaseline(printed);
        })).or(() -> reading.take(Trend.class).map(word -> {
            improving(word.course(), from);
            return new Rule.Improve(word.against(), printed);
        })).or(() -> reading.take(Fold.class).map(word -> {
            changing(word.course(), from);
            return new Rule.ChangeBy(word.percent(), ChangeUnit.PERCENT, baseYear, false, false, Optional.empty(), printed);
        })).or(() -> reading.take(Prohibit.class).map(word -> {
            object(true);
            return new Rule.Prohibited(printed);
        })).or(this::done);
    }

    /** 完成1875个建制村整治任务 counts; 基本淘汰10蒸吨及以下燃煤锅炉 does not. */
    private Optional<Rule> done() {
        int from = reading.at();
        Optional<Limit> before = compare();
        Optional<Do> word = reading.take(Do.class);
        if (word.isEmpty()) {
            reading.backTo(from);
            return Optional.empty();
        }
        boolean partly = word.get().basically();
        Optional<Limit> limit = before.or(this::compare);
        int figure = reading.at();
        Optional<Item> counted = item().filter(item -> !selects(item));
        if (counted.isEmpty()) {
            reading.backTo(figure);
            if (limit.isPresent()) {
                throw unexplained();
            }
            object(true);
            return Optional.of(word.get().removes() ? new Rule.Eliminate(partly, printed) : complete(Optional.empty(), partly));
        }
        Item item = counted.get();
        if (item.unit().filter(unit -> !unit.equals("%") && !unit.equals("百分点")).isEmpty()) {
            throw unreadable(item.from, item.to, UNIT);
        }
        object(true);
        Optional<Relation> relation = relation(limit, item);
        if (item.high.isEmpty() && relation.filter(r -> r != Relation.AT_LEAST).isEmpty()) {
            return Optional.of(complete(Optional.of(item), partly));
        }
        if (partly) {
            throw unreadable(from, item.to, UNKNOWN);
        }
        return Optional.of(level(relation.orElse(Relation.AT_LEAST), item, printed));
    }

    private Rule complete(Optional<Item> item, boolean partly) {
        return new Rule.Complete(item.map(i -> i.low.value()), partly, item.flatMap(Item::unit), printed);
    }

    /** 10蒸吨及以下燃煤锅炉: a measured size with a thing after it says which things, not how many. */
    private boolean selects(Item item) {
        boolean counts = item.unit().filter(unit -> Lexicon.COUNTERS.stream().anyMatch(unit::endsWith)).isPresent();
        return item.closing.isPresent() && !counts && !reading.atEnd();
    }

    /**
     * What is done or forbidden, in free words to the end. A number among them may only select, never measure.
     *
     * @return whether the words say that something is removed
     */
    private boolean object(boolean changesAllowed) {
        int start = reading.at();
        boolean removes = false;
        while (!reading.atEnd()) {
            int from = reading.at();
            Optional<Item> number = reading.seesDigit() ? item() : Optional.empty();
            if (number.isPresent()) {
                if (number.get().closing.isEmpty() || reading.atEnd()) {
                    reading.backTo(from);
                    throw unexplained();
                }
                continue;
            }
            removes |= reading.take(Do.class).filter(Do::removes).isPresent();
            boolean closes = reading.take(Closing.class).isPresent() && reading.atEnd();
            boolean compares = reading.take(Compare.class).isPresent() && reading.at() > from + 1;
            boolean changes = reading.sees(Verb.class) || reading.sees(Trend.class) || reading.sees(Never.class);
            String sign = reading.atEnd() ? "" : reading.text(reading.at(), reading.at() + 1);
            boolean ends = sign.equals("。") && reading.at() + 1 == reading.length();
            if (ends) {
                break;
            }
            if (closes || compares || !changesAllowed && changes || reading.sees(Vague.class)
                    || !sign.isEmpty() && NOT_IN_NAMES.contains(sign)) {
                reading.backTo(closes || compares ? from : reading.at());
                throw unexplained();
            }
            if (reading.at() == from) {
                reading.backTo(from + 1);
            }
        }
        if (reading.at() == start + 1) {
            reading.backTo(start);
            throw unexplained();
        }
        return removes;
    }

    private List<Rule> figures(boolean named) {
        int from = reading.at();
        Optional<Amount> origin = reading.take("由") || reading.take("从") ? amount() : Optional.empty();
        int verbAt = reading.at();
        Optional<Verb> printedVerb = reading.take(Verb.class);
        Verb verb = printedVerb.orElse(NO_VERB);
        fillers();
        int limitAt = reading.at();
        Optional<Better> better = reading.take(Better.class);
        Optional<Limit> compared = compare();
        boolean stated = printedVerb.isPresent() || better.isPresent() || compared.isPresent();
        boolean strictly = better.filter(Better::strict).isPresent();
        Optional<Rule> reference = verb.form() == Form.MOVE || strictly ? Optional.empty() : reference(stated || achieve);
        if (reference.isPresent()) {
            boolean standard = reference.get() instanceof Rule.ByStandard;
            return List.of(all && standard ? complete(Optional.empty(), false) : reference.get());
        }
        boolean share = stated && base();
        List<Item> items = items();
        if (items.isEmpty()) {
            return List.of(withoutFigure(verb, verbAt, stated && reading.at() == limitAt, from));
        }
        if (named && !stated) {
            reading.backTo(from);
            throw unexplained();
        }
        Optional<Limit> limit = better.map(word -> new Limit(good(word.strict(), limitAt), limitAt, items.get(0).from))
                .or(() -> compared);
        List<Rule> rules = new ArrayList<>();
        for (Item item : items) {
            String own = items.size() == 1 ? printed : reading.printed(item.from, item.to);
            Item closed = item.closedLike(items.get(items.size() - 1));
            if (share && !closed.unit().equals(Optional.of("%")) || verb.form() == Form.MEET) {
                throw unreadable(item.from, item.to, UNIT);
            }
            if (origin.isPresent() && (verb.form() != Form.REACH || !moves(verb.course(), origin.get(), closed.low))) {
                throw unreadable(from, item.to, CONTRADICTION);
            }
            rules.add(figure(verb, verbAt, limit, closed, own));
        }
        return rules;
    }

    private static boolean moves(Course course, Amount origin, Amount goal) {
        int step = goal.value().compareTo(origin.value());
        return course == Course.UP && step > 0 || course == Course.DOWN && step < 0;
    }

    /** 减轻 is an improvement; 所有旗县具备污水收集处理能力 is complete when all do. */
    private Rule withoutFigure(Verb verb, int verbAt, boolean bare, int from) {
        if (verb.form() == Form.MOVE && bare) {
            improving(verb.course(), verbAt);
            return new Rule.Improve(Rule.Against.BASELINE, printed);
        }
        if (!all) {
            throw unexplained();
        }
        reading.backTo(from);
        object(verb.form() == Form.ATTAIN);
        return complete(Optional.empty(), false);
    }

    private Optional<Limit> compare() {
        int from = reading.at();
        return reading.take(Compare.class).map(word -> new Limit(word.relation(), from, reading.at()));
    }

    /** 达到Ⅲ类, 达到先进定额标准, 控制在“十三五”水平, 达到国家考核目标: what sets the figure, to the end of the phrase. */
    private Optional<Rule> reference(boolean stated) {
        int from = reading.at();
        int to = reading.length();
        if (from < to && reading.text(to - 1, to).equals("。")) {
            to--;
        }
        String words = reading.text(from, to);
        String name = Reading.withoutQuotes(reading.printed(from, to));
        Optional<Rule> rule = waterClass(words, stated).map(number -> new Rule.ByStandard(name, Optional.of(number), printed));
        boolean year = reading.year().isPresent();
        boolean plain = reading.text(reading.at(), to).chars()
                .noneMatch(c -> c >= '0' && c <= '9' || NOT_IN_NAMES.indexOf(c) >= 0);
        if (rule.isEmpty() && stated && plain) {
            if ((year || holds(words, Lexicon.REFERENCES)) && ends(words, Lexicon.REFERENCE_ENDINGS)) {
                rule = Optional.of(new Rule.SameAs(name, printed));
            } else if (ends(words, Lexicon.STANDARD_ENDINGS) || words.contains("标准") && words.endsWith("要求")) {
                rule = Optional.of(new Rule.ByStandard(name, Optional.empty(), printed));
            } else if (holds(words, Lexicon.AUTHORITIES) && ends(words, Lexicon.DEMANDS)) {
                rule = Optional.of(new Rule.StateAssessed(printed));
            }
        }
        reading.backTo(rule.isPresent() ? to : from);
        return rule;
    }

    /** Ⅰ = 1 … Ⅴ = 5, 劣Ⅴ = 6. */
    private static Optional<Quantity> waterClass(String words, boolean stated) {
        int at = words.indexOf("类");
        if (at < 0 || !Lexicon.CLASS_ENDINGS.contains(words.substring(at + 1))) {
            return Optional.empty();
        }
        String before = words.substring(0, at);
        return Lexicon.CLASSES.stream().filter(stated ? before::endsWith : before::equals).findFirst()
                .map(name -> Quantity.of(List.of("I", "II", "III", "IV", "V", "劣V").indexOf(name) + 1L));
    }

    private static boolean holds(String words, List<String> parts) {
        return parts.stream().anyMatch(words::contains);
    }

    private static boolean ends(String words, List<String> endings) {
        return endings.stream().anyMatch(words::endsWith);
    }

    /** 全社会排放量的10%, 柴油车保有量50%: what a share is of. */
    private boolean base() {
        int from = reading.at();
        while (!reading.atEnd() && !reading.seesDigit()) {
            reading.backTo(reading.at() + 1);
        }
        String words = reading.text(from, reading.at());
        boolean name = ends(words.endsWith("的") ? words.substring(0, words.length() - 1) : words, Lexicon.NAME_ENDINGS);
        if (!name || reading.atEnd()) {
            reading.backTo(from);
        }
        return reading.at() > from;
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        Optional<Item> item = item();
        while (item.isPresent()) {
            items.add(item.get());
            int from = reading.at();
            item = reading.takeAny(AND).flatMap(and -> item());
            if (item.isEmpty()) {
                reading.backTo(from);
            }
        }
        return items;
    }

    private Optional<Item> item() {
        int from = reading.at();
        Optional<Amount> low = amount();
        if (low.isEmpty()) {
            return Optional.empty();
        }
        Optional<Amount> high = upTo();
        if (high.filter(amount -> amount.value().compareTo(low.get().value()) <= 0).isPresent()) {
            throw unreadable(from, reading.at(), CONTRADICTION);
        }
        Optional<Boolean> inclusive = inclusive();
        int closingAt = reading.at();
        Optional<Limit> closing = reading.take(Closing.class)
                .map(word -> new Limit(word.relation(), closingAt, reading.at()));
        return Optional.of(new Item(low.get(), high, closing, inclusive.or(this::inclusive), from, reading.at()));
    }

    private Optional<Amount> upTo() {
        int from = reading.at();
        Optional<Amount> high = reading.takeAny(RANGE).flatMap(dash -> amount());
        if (high.isEmpty()) {
            reading.backTo(from);
        } else if (!reading.take("之间")) {
            reading.take("范围内");
        }
        return high;
    }

    private Optional<Boolean> inclusive() {
        if (reading.take("(含)") || reading.take("(含本数)")) {
            return Optional.of(true);
        }
        return reading.take("(不含)") || reading.take("(不含本数)") ? Optional.of(false) : Optional.empty();
    }

    private Optional<Amount> amount() {
        int from = reading.at();
        try {
            return reading.amount();
        } catch (NotAQuantity e) {
            throw unreadable(from, reading.at(), BEYOND);
        }
    }

    /** The relation that is printed: before the figure, after it, or both where they agree. */
    private Optional<Relation> relation(Optional<Limit> before, Item item) {
        Optional<Limit> after = item.closing;
        if (after.isPresent()
                && (item.high.isPresent() || before.isPresent() && before.get().relation != after.get().relation)) {
            throw unreadable(after.get().from, after.get().to, CONTRADICTION);
        }
        if (before.isPresent() && item.high.isPresent()) {
            throw unreadable(before.get().from, before.get().to, CONTRADICTION);
        }
        Optional<Relation> relation = before.or(() -> after).map(Limit::relation);
        if (item.inclusive.isEmpty()) {
            return relation;
        }
        boolean inclusive = item.inclusive.get();
        return Optional.of(switch (relation.orElse(Relation.ABOUT)) {
            case AT_LEAST, ABOVE -> inclusive ? Relation.AT_LEAST : Relation.ABOVE;
            case AT_MOST, BELOW -> inclusive ? Relation.AT_MOST : Relation.BELOW;
            case ABOUT -> throw unreadable(item.from, item.to, CONTRADICTION);
        });
    }

    private Rule figure(Verb verb, int verbAt, Optional<Limit> limit, Item item, String own) {
        Optional<Relation> relation = relation(limit, item);
        boolean ranged = item.high.isPresent();
        switch (verb.form()) {
            case EQUAL -> {
                if (relation.isPresent() || ranged) {
                    throw unreadable(item.from, item.to, CONTRADICTION);
                }
                return new Rule.Exactly(item.low.value(), item.unit(), own);
            }
            case HOLD -> {
                boolean about = relation.equals(Optional.of(Relation.ABOUT));
                if (!ranged && (relation.isEmpty() || about)) {
                    Quantity value = item.low.value();
                    return new Rule.Maintain(value, about ? onePercent(value) : Quantity.ZERO, true, item.unit(), own);
                }
            }
            case REACH -> {
                reaching(verb.course(), verbAt);
                boolean floor = relation.filter(r -> r == Relation.AT_LEAST || r == Relation.ABOVE).isPresent();
                boolean ceiling = relation.filter(r -> r == Relation.AT_MOST || r == Relation.BELOW).isPresent();
                if (verb.course() == Course.UP && ceiling || verb.course() == Course.DOWN && floor) {
                    throw unreadable(verbAt, item.to, CONTRADICTION);
                }
            }
            case MOVE -> {
                boolean floor = relation.filter(r -> r != Relation.AT_LEAST && r != Relation.ABOVE).isEmpty();
                if (!floor || ranged) {
                    throw unreadable(item.from, item.to, ONLY_A_FLOOR);
                }
                changing(verb.course(), verbAt);
                boolean strict = relation.equals(Optional.of(Relation.ABOVE));
                return kind == Kind.CUMULATIVE_TOTAL ? level(strict ? Relation.ABOVE : Relation.AT_LEAST, item, own)
                        : changeBy(item, strict, own);
            }
            default -> {
            }
        }
        boolean zero = relation.isEmpty() && verb.equals(NO_VERB) && item.low.value().signum() == 0;
        if (zero && !ranged && direction == Direction.LOWER) {
            return new Rule.Exactly(item.low.value(), item.unit(), own);
        }
        return level(ranged ? Relation.ABOUT : relation.orElseGet(() -> implied(verb, item)), item, own);
    }

    /** What a figure is without any word of comparison. */
    private Relation implied(Verb verb, Item item) {
        if (verb.form() == Form.CONTAIN) {
            if (direction == Direction.HIGHER) {
                throw unreadable(item.from, item.to, WRONG_WAY);
            }
            return Relation.AT_MOST;
        }
        if (verb.form() == Form.REACH && verb.course() != Course.GOOD) {
            return verb.course() == Course.UP ? Relation.AT_LEAST : Relation.AT_MOST;
        }
        return verb.form() == Form.ATTAIN && direction == Direction.NONE ? Relation.AT_LEAST : good(false, item.from);
    }

    private Relation good(boolean strict, int from) {
        return switch (direction) {
            case HIGHER -> strict ? Relation.ABOVE : Relation.AT_LEAST;
            case LOWER -> strict ? Relation.BELOW : Relation.AT_MOST;
            case NONE -> throw unreadable(from, reading.at(), NO_DIRECTION);
        };
    }

    private Rule level(Relation relation, Item item, String own) {
        Quantity value = item.low.value();
        Optional<String> unit = item.unit();
        boolean floor = relation == Relation.AT_LEAST || relation == Relation.ABOVE;
        if (item.high.isEmpty() && kind == Kind.CUMULATIVE_CHANGE && floor) {
            return changeBy(item, relation == Relation.ABOVE, own);
        }
        boolean points = unit.equals(Optional.of("百分点"));
        if (points && kind != Kind.CUMULATIVE_CHANGE || kind == Kind.CUMULATIVE_TOTAL && unit.equals(Optional.of("%"))) {
            throw unreadable(item.from, item.to, UNIT);
        }
        if (item.high.isPresent()) {
            return new Rule.Between(value, item.high.get().value(), unit, own);
        }
        return switch (relation) {
            case AT_LEAST -> new Rule.AtLeast(value, unit, own);
            case ABOVE -> new Rule.Above(value, unit, own);
            case AT_MOST -> new Rule.AtMost(value, unit, own);
            case BELOW -> new Rule.Below(value, unit, own);
            case ABOUT -> new Rule.About(value, onePercent(value), true, unit, own);
        };
    }

    /** The tolerance of 左右 where none is printed: 1 % of the figure, 0.79 for 79%左右. */
    private static Quantity onePercent(Quantity value) {
        return value.abs().times(ONE_PERCENT).stripped();
    }

    private Rule changeBy(Item item, boolean strict, String own) {
        String unit = item.unit().orElse(kind == Kind.CUMULATIVE_CHANGE ? "%" : "");
        ChangeUnit changeUnit = switch (unit) {
            case "%" -> ChangeUnit.PERCENT;
            case "百分点" -> ChangeUnit.POINT;
            default -> ChangeUnit.ABSOLUTE;
        };
        boolean absolute = changeUnit == ChangeUnit.ABSOLUTE;
        if (absolute && (kind == Kind.CUMULATIVE_CHANGE || unit.isEmpty() || unit.equals("倍") || unit.equals("‰"))) {
            throw unreadable(item.from, item.to, UNIT);
        }
        return new Rule.ChangeBy(item.low.value(), changeUnit, baseYear, false, strict, item.unit(), own);
    }

    /** A change must go the good way; a cumulative figure is counted in the sense of its name. */
    private void changing(Course course, int from) {
        if (kind == Kind.LEVEL) {
            improving(course, from);
        }
    }

    private void improving(Course course, int from) {
        if (course != Course.GOOD && direction == Direction.NONE) {
            throw unreadable(from, reading.at(), NO_DIRECTION);
        }
        reaching(course, from);
    }

    private void reaching(Course course, int from) {
        if (course == Course.UP && direction == Direction.LOWER || course == Course.DOWN && direction == Direction.HIGHER) {
            throw unreadable(from, reading.at(), WRONG_WAY);
        }
    }

    private UnreadablePhrase unreadable(int from, int to, Text why) {
        return new UnreadablePhrase(reading.printed(), reading.printed(from, to), reading.origin(from), why);
    }

    /** The word, the number, or the run of other characters here. */
    private UnreadablePhrase unexplained() {
        int from = reading.at();
        if (reading.atEnd()) {
            return unreadable(0, from, UNFINISHED);
        }
        Text why = reading.sees(Vague.class) ? VAGUE : UNKNOWN;
        int to = reading.endOfPart();
        return unreadable(from, to, why);
    }
}
