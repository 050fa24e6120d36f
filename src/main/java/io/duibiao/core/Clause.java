package io.duibiao.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.duibiao.core.Lexicon.Better;
import io.duibiao.core.Lexicon.Closing;
import io.duibiao.core.Lexicon.Compare;
import io.duibiao.core.Lexicon.Do;
import io.duibiao.core.Lexicon.Done;
import io.duibiao.core.Lexicon.Entry;
import io.duibiao.core.Lexicon.Form;
import io.duibiao.core.Lexicon.Mark;
import io.duibiao.core.Lexicon.Verb;
import io.duibiao.core.Lexicon.Whole;
import io.duibiao.core.Lexicon.Word;
import io.duibiao.core.Reading.Amount;
import io.duibiao.core.Sense.Item;
import io.duibiao.core.Sense.Limit;
import io.duibiao.core.Sense.Said;

/** One clause of a plan while it is read by the grammar of {@link Phrases}. */
final class Clause {

    private static final Text COUNT = new Text("名称与数值的个数不一致", "the names and the figures differ in number");
    private static final Text REVERSED = new Text("区间上下限颠倒或相等", "the range is reversed or empty");
    private static final Text NO_CHANGE = new Text("只有变化幅度才有基期", "only a change is counted from a base year");
    private static final Text YEARLY = new Text("每年的变化幅度不是相对基期的变化幅度", "a change each year is not one since a base year");

    private static final List<String> RANGE = List.of("——", "-", "–", "—", "~", "〜", "∼", "至");
    private static final List<String> AND = List.of("、", "以及", "和", "及", "与");
    /** Ⅰ = 1 … Ⅴ = 5, 劣Ⅴ = 6. */
    private static final List<String> CLASSES = List.of("I", "II", "III", "IV", "V", "劣V");
    private static final Pattern CLASS = Pattern.compile(".*?(?<![IV])(劣?V|IV|I{1,3})类(?:(?:水质|水体)?(?:标准)?(?:要求)?|及?以上)");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}年");

    /** A base year and where it is printed. */
    private record Year(int number, int from, int to) {
    }

    private final Reading reading;
    private final String printed;
    private final Sense sense;

    private Optional<Year> baseYear = Optional.empty();
    private Optional<Amount> origin = Optional.empty();
    private boolean yearly;
    private boolean each;
    private boolean all;
    private boolean achieved;

    private Clause(Reading reading, String printed, Sense sense) {
        this.reading = reading;
        this.printed = printed;
        this.sense = sense;
    }

    /**
     * The predicate is read where it may begin: at the start, after a name, or at a rule word after 实现. The first place from
     * which it is read to the end counts; if there is none, the attempt that came furthest says what is wrong.
     */
    static Phrases.Meaning meaning(Reading reading, String printed, Direction direction, Kind kind) {
        Sense sense = new Sense(reading, direction, kind);
        Clause first = new Clause(reading, printed, sense);
        first.modifiers();
        int start = reading.at();
        int furthest = -1;
        UnreadablePhrase wrong = reading.unexplained();
        for (int place = start; place == start || place < reading.length(); place++) {
            reading.backTo(place);
            if (place == start || first.mayBegin(start)) {
                try {
                    Clause clause = new Clause(reading, printed, sense);
                    List<Rule> rules = clause.predicate(start, place);
                    return new Phrases.Meaning(rules, clause.origin.map(Amount::value));
                } catch (UnreadablePhrase e) {
                    wrong = reading.at() > furthest ? e : wrong;
                    furthest = Math.max(furthest, reading.at());
                }
            }
        }
        throw wrong;
    }

    private boolean mayBegin(int start) {
        String name = reading.text(start, reading.at());
        boolean rule = reading.word().filter(found -> found.word() instanceof Do || found.word() instanceof Whole).isPresent();
        boolean vague = IntStream.range(0, name.length()).mapToObj(place -> Lexicon.at(name, place)).flatMap(Optional::stream)
                .anyMatch(found -> found.word() == Mark.VAGUE);
        return !vague && name.chars().noneMatch(c -> Lexicon.NOT_IN_NAMES.indexOf(c) >= 0)
                && (achieved && rule || endsLike(name, Lexicon.NAME_ENDINGS));
    }

    private List<Rule> predicate(int start, int place) {
        reading.backTo(0);
        modifiers();
        reading.backTo(place);
        modifiers();
        int from = reading.at();
        boolean named = place > start;
        String name = reading.bare(start, place);
        List<Rule> rules = whole().map(rule -> named(rule, name)).or(this::prohibited).or(this::done).map(List::of)
                .orElseGet(() -> figures(named));
        reading.takeAny(Lexicon.TAILS);
        if (!reading.atEnd()) {
            throw reading.unexplained();
        }
        boolean change = rules.get(0) instanceof Rule.ChangeBy;
        refuse(each && rules.size() == 1, from, reading.length(), COUNT);
        refuse(named && rules.size() > 1 && !names(reading.text(start, place), rules.size()), start, reading.length(), COUNT);
        baseYear.ifPresent(year -> refuse(!change, year.from, year.to, NO_CHANGE));
        refuse(yearly && change, from, reading.length(), YEARLY);
        return rules;
    }

    private void refuse(boolean wrong, int from, int to, Text why) {
        if (wrong) {
            throw reading.unreadable(from, to, why);
        }
    }

    private Optional<Integer> since() {
        return baseYear.map(Year::number);
    }

    /** 、 separates names outside brackets; 和, 与 and 及 may (呼和浩特 is one name), and only before the last. */
    private static boolean names(String subject, int count) {
        String bare = subject.replaceAll("\\([^()]*\\)", "");
        int separators = (int) bare.chars().filter(c -> c == '、').count();
        String last = bare.substring(bare.lastIndexOf('、') + 1);
        return count == separators + 1 || count == separators + 2 && AND.stream().anyMatch(last::contains);
    }

    /** Words that precede a name or a predicate in any order, dates and the base year among them. */
    private void modifiers() {
        for (int from = -1; from < reading.at();) {
            from = reading.at();
            fillers();
            yearly |= reading.take(Mark.YEARLY);
            achieved |= reading.take(Mark.ACHIEVE);
            all |= reading.take(Mark.ALL);
            int yearAt = reading.at();
            baseYear = reading.baseYear().map(year -> new Year(year, yearAt, reading.at())).or(() -> baseYear);
            reading.date();
        }
    }

    private void fillers() {
        for (int from = -1; from < reading.at();) {
            from = reading.at();
            reading.take(Mark.FILLER);
            each |= reading.take(Mark.EACH);
        }
    }

    private Optional<Rule> whole() {
        int from = reading.at();
        return reading.take(Whole.class).map(word -> {
            sense.better(word.course(), word.change(), from, reading.at());
            return completeWhereAll(word.rule().apply(since(), printed));
        });
    }

    /** 达标 alone does not say what keeps which standard: PM2.5达标. */
    private static Rule named(Rule rule, String name) {
        return rule instanceof Rule.ByStandard r ? new Rule.ByStandard(name + r.standard(), r.value(), r.printed()) : rule;
    }

    /** That all reach a standard is complete when all do. */
    private Rule completeWhereAll(Rule rule) {
        return all && rule instanceof Rule.ByStandard ? complete(Optional.empty(), false) : rule;
    }

    private Rule complete(Optional<Item> item, boolean basically) {
        return new Rule.Complete(item.map(Item::value), basically, item.flatMap(Item::unit), printed);
    }

    private Optional<Rule> prohibited() {
        if (!reading.take(Mark.PROHIBIT)) {
            return Optional.empty();
        }
        object(word -> false);
        return Optional.of(new Rule.Prohibited(printed));
    }

    /** 完成1875个建制村整治任务 counts; 基本淘汰10蒸吨及以下燃煤锅炉 does not. */
    private Optional<Rule> done() {
        return reading.whole(() -> {
            Optional<Limit> before = compare();
            return reading.take(Do.class).map(word -> done(word, before.or(this::compare)));
        });
    }

    private Rule done(Do word, Optional<Limit> limit) {
        Optional<Item> counted = reading.whole(() -> item().filter(item -> !selects(item)));
        if (counted.isEmpty()) {
            if (limit.isPresent()) {
                throw reading.unexplained();
            }
            boolean removes = object(other -> false);
            boolean removed = word.done() == Done.REMOVED || word.done() == Done.AS_SAID && removes;
            return removed ? new Rule.Eliminate(word.basically(), printed) : complete(Optional.empty(), word.basically());
        }
        Item item = counted.get();
        Optional<Relation> relation = sense.relation(limit, item);
        boolean atLeast = !item.ranged() && relation.filter(r -> r != Relation.AT_LEAST).isEmpty();
        if (item.unit().isEmpty() || item.in("%") || item.in("百分点") || word.basically() && !atLeast) {
            throw reading.unreadable(item.from(), item.to(), Sense.UNIT);
        }
        object(other -> false);
        return atLeast ? complete(counted, word.basically())
                : sense.level(relation.orElse(Relation.ABOUT), item, since(), printed);
    }

    /** 10蒸吨及以下燃煤锅炉, 4.3米焦炉: a size with a thing after it, or with a limit, says which things, not how many. */
    private boolean selects(Item item) {
        return reading.atEnd() ? limitsSize(item) : isSize(item) || item.closing().isPresent() && !counts(item);
    }

    private static boolean limitsSize(Item item) {
        return item.closing().isPresent() && isSize(item) && !counts(item);
    }

    private static boolean isSize(Item item) {
        return item.unit().filter(Lexicon.SIZES::contains).isPresent();
    }

    private static boolean counts(Item item) {
        return item.unit().filter(unit -> endsLike(unit, Lexicon.COUNTERS)).isPresent();
    }

    /**
     * What is done or forbidden, in free words to the end. A number among them may only select, never measure.
     *
     * @return whether the words say that something is removed
     */
    private boolean object(Predicate<Word> refused) {
        int start = reading.at();
        boolean removes = false;
        while (!reading.atEnd()) {
            int from = reading.at();
            Optional<Item> number = reading.seesNumber() ? item() : Optional.empty();
            Optional<Entry> word = number.isPresent() ? Optional.empty() : reading.word();
            reading.backTo(number.isPresent() ? reading.at() : from + word.map(Entry::length).orElse(1));
            removes |= word.filter(w -> w.word() instanceof Do done && done.done() == Done.REMOVED).isPresent();
            boolean measures = number.filter(n -> n.closing().isEmpty() || reading.atEnd() && !limitsSize(n)).isPresent();
            boolean rules = word.filter(w -> w.word() == Mark.VAGUE || w.word() instanceof Closing && reading.atEnd()
                    || w.word() instanceof Compare && w.length() > 1 || refused.test(w.word())).isPresent();
            boolean sign = Lexicon.NOT_IN_NAMES.contains(reading.text(from, from + 1));
            if (measures || rules || sign) {
                reading.backTo(from);
                throw reading.unexplained();
            }
        }
        if (reading.at() == start + 1) {
            reading.backTo(start);
            throw reading.unexplained();
        }
        return removes;
    }

    private List<Rule> figures(boolean named) {
        int from = reading.at();
        origin = reading.whole(() -> reading.take("由") || reading.take("从") ? amount() : Optional.empty());
        Said said = said();
        Optional<Rule> reference = reading.whole(() -> reference(said.verb()));
        if (reference.isPresent()) {
            return List.of(completeWhereAll(reference.get()));
        }
        Optional<Limit> limit = better().or(this::compare);
        boolean stated = said.to() > said.from() || limit.isPresent();
        boolean share = stated && reading.whole(this::base).isPresent();
        int figureAt = reading.at();
        List<Item> items = items();
        if (items.isEmpty()) {
            return List.of(withoutFigure(said, limit.isEmpty(), from));
        }
        if (named && !stated) {
            reading.backTo(figureAt);
            throw reading.unexplained();
        }
        Item last = items.get(items.size() - 1);
        if (all && !stated && items.size() == 1 && counts(last) && !last.ranged() && last.closing().isEmpty()) {
            return List.of(complete(Optional.of(last), false));
        }
        List<Rule> rules = new ArrayList<>();
        for (Item item : items) {
            refuse(last.unit().isEmpty() && item.unit().isPresent(), last.from(), last.to(), Sense.UNIT);
            Item whole = item.like(last);
            refuse(share && !whole.in("%"), item.from(), item.to(), Sense.UNIT);
            origin.ifPresent(o -> {
                refuse(!said.leads(o.value(), item.value()), from, item.to(), Sense.CONTRADICTION);
                refuse(o.unit().isPresent() && !o.unit().equals(whole.unit()), from, item.to(), Sense.UNIT);
            });
            String own = items.size() == 1 ? printed : reading.printed(item.from(), item.to());
            rules.add(sense.rule(said, limit, whole, since(), own));
        }
        return rules;
    }

    private Said said() {
        int from = reading.at();
        Optional<Verb> verb = reading.take(Verb.class);
        Said said = new Said(verb.orElse(Sense.NO_VERB), from, reading.at());
        fillers();
        return said;
    }

    /** 减轻 alone is an improvement; 所有旗县具备污水收集处理能力 is complete when all do. */
    private Rule withoutFigure(Said said, boolean bare, int from) {
        if (bare && said.verb().form() == Form.MOVE) {
            sense.better(said.verb().course(), false, said.from(), said.to());
            return new Rule.Improve(Rule.Against.BASELINE, printed);
        }
        if (!all) {
            throw reading.unexplained();
        }
        reading.backTo(from);
        object(word -> word instanceof Whole || word instanceof Verb verb && verb.form() == Form.MOVE);
        return complete(Optional.empty(), false);
    }

    private Optional<Limit> compare() {
        int from = reading.at();
        return reading.take(Compare.class).map(word -> new Limit(word.relation(), from, reading.at()));
    }

    private Optional<Limit> better() {
        int from = reading.at();
        return reading.take(Better.class)
                .map(word -> new Limit(sense.good(word.strict(), from, reading.at()), from, reading.at()));
    }

    /** What sets a figure in words, to the end: Ⅲ类, 先进定额标准, “十三五”水平, 国家考核目标. */
    private Optional<Rule> reference(Verb verb) {
        int from = reading.at();
        Optional<Better> better = reading.take(Better.class);
        Optional<Relation> relation = reading.take(Compare.class).map(Compare::relation);
        boolean stated = achieved || !verb.equals(Sense.NO_VERB) || reading.at() > from;
        boolean strict = better.filter(Better::strict).isPresent()
                || relation.filter(r -> r != Relation.AT_LEAST && r != Relation.AT_MOST).isPresent();
        if (strict || verb.form() == Form.MOVE || verb.form() == Form.ADD || verb.form() == Form.EQUAL) {
            return Optional.empty();
        }
        String words = reading.rest();
        String name = reading.bare(reading.at(), reading.length());
        reading.backTo(reading.length());
        Matcher waterClass = CLASS.matcher(words);
        if (waterClass.matches() && (stated || waterClass.start(1) == 0)) {
            Quantity number = Quantity.of(CLASSES.indexOf(waterClass.group(1)) + 1L);
            return Optional.of(new Rule.ByStandard(name, Optional.of(number), printed));
        }
        Matcher year = YEAR.matcher(words);
        boolean earlier = year.lookingAt() || Lexicon.EARLIER.stream().anyMatch(words::contains);
        boolean plain = words.chars().skip(year.lookingAt() ? year.end() : 0)
                .noneMatch(c -> c >= '0' && c <= '9' || Lexicon.NOT_IN_NAMES.indexOf(c) >= 0);
        if (!stated || !plain) {
            return Optional.empty();
        }
        if (earlier && endsLike(words, Lexicon.EARLIER_ENDINGS)) {
            return Optional.of(new Rule.SameAs(name, printed));
        }
        if (endsLike(words, Lexicon.STANDARD_ENDINGS) || words.contains("标准") && words.endsWith("要求")) {
            return Optional.of(new Rule.ByStandard(name, Optional.empty(), printed));
        }
        boolean set = Lexicon.AUTHORITIES.stream().anyMatch(words::contains) && endsLike(words, Lexicon.DEMANDS);
        return set ? Optional.of(new Rule.StateAssessed(printed)) : Optional.empty();
    }

    private static boolean endsLike(String words, List<String> endings) {
        return endings.stream().anyMatch(words::endsWith);
    }

    /** What a share is of: 全社会排放量的10%, 柴油车保有量50%. */
    private Optional<String> base() {
        int from = reading.at();
        while (!reading.atEnd() && !reading.seesNumber()) {
            reading.backTo(reading.at() + 1);
        }
        String words = reading.text(from, reading.at());
        String name = words.endsWith("的") ? words.substring(0, words.length() - 1) : words;
        return reading.atEnd() || !endsLike(name, Lexicon.NAME_ENDINGS) ? Optional.empty() : Optional.of(name);
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Optional<Item> item = item(); item.isPresent();) {
            items.add(item.get());
            item = reading.whole(() -> reading.takeAny(AND).flatMap(and -> item()));
        }
        return items;
    }

    private Optional<Item> item() {
        int from = reading.at();
        return amount().map(low -> {
            Optional<Amount> high = reading.whole(() -> reading.takeAny(RANGE).flatMap(dash -> amount()));
            if (high.filter(amount -> amount.value().compareTo(low.value()) <= 0).isPresent()) {
                throw reading.unreadable(from, reading.at(), REVERSED);
            }
            if (high.isPresent() && !reading.take("之间")) {
                reading.take("范围内");
            }
            Optional<Boolean> inclusive = inclusive();
            int closingAt = reading.at();
            Optional<Limit> closing = reading.take(Closing.class)
                    .map(word -> new Limit(word.relation(), closingAt, reading.at()));
            return new Item(low, high, closing, inclusive.or(this::inclusive), from, reading.at());
        });
    }

    private Optional<Boolean> inclusive() {
        return reading.takeAny(List.of("(含)", "(含本数)", "(不含)", "(不含本数)")).map(words -> words.startsWith("(含"));
    }

    private Optional<Amount> amount() {
        int from = reading.at();
        try {
            return reading.amount();
        } catch (NotAQuantity e) {
            throw reading.beyond(from);
        }
    }
}
