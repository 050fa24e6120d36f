package io.duibiao.core;

import java.util.Optional;

import io.duibiao.core.Lexicon.Course;
import io.duibiao.core.Lexicon.Form;
import io.duibiao.core.Lexicon.Verb;
import io.duibiao.core.Reading.Amount;
import io.duibiao.core.Rule.ChangeUnit;

/** What a figure that has been read demands, given which way is better and what the figures of the indicator are. */
record Sense(Reading reading, Direction direction, Kind kind) {

    /** A relation and where it is printed. */
    record Limit(Relation relation, int from, int to) {
    }

    /** A verb and where it is printed. */
    record Said(Verb verb, int from, int to) {

        /** Whether it says that a figure goes from the one to the other: 由44个增至53个. */
        boolean leads(Quantity origin, Quantity goal) {
            int step = goal.compareTo(origin);
            return verb.form() == Form.REACH
                    && (verb.course() == Course.UP && step > 0 || verb.course() == Course.DOWN && step < 0);
        }
    }

    /** One figure or range with what stands after it: 25%, 1-2个, 20%以上, 90%(含)以上. */
    record Item(Amount low, Optional<Amount> high, Optional<Limit> closing, Optional<Boolean> inclusive, int from, int to) {

        Quantity value() {
            return low.value();
        }

        Optional<String> unit() {
            return high.flatMap(Amount::unit).or(low::unit);
        }

        boolean in(String unit) {
            return unit().filter(unit::equals).isPresent();
        }

        boolean ranged() {
            return high.isPresent();
        }

        /** The closing word and the unit of the last one belong to all: 20、15个百分点, 85%、95%左右. */
        Item like(Item last) {
            Amount amount = unit().isPresent() ? low : new Amount(low.value(), last.unit());
            return new Item(amount, high, closing.or(last::closing), inclusive.or(last::inclusive), from, to);
        }
    }

    static final Text CONTRADICTION = new Text("与同句的另一限定矛盾", "contradicts another word of the phrase");
    static final Text UNIT = new Text("单位在这里讲不通", "this unit makes no sense here");
    private static final Text WRONG_WAY = new Text("与指标的优劣方向相反", "goes against the direction that is better");
    private static final Text NO_DIRECTION = new Text("指标没有优劣方向，看不出是上限、下限还是等于",
            "the indicator has no better direction: this may be a floor, a ceiling or the figure itself");
    private static final Text ONLY_A_FLOOR = new Text("变化幅度只能给出下限", "a change can only be given as a floor");

    static final Verb NO_VERB = new Verb(Form.BE, Course.GOOD);
    private static final Quantity ONE_PERCENT = Quantity.of("0.01");

    /** The rule of one figure; {@code printed} is the part of the phrase that is its own. */
    Rule rule(Said said, Optional<Limit> limit, Item item, Optional<Integer> baseYear, String printed) {
        Optional<Relation> relation = relation(limit, item);
        Verb verb = said.verb();
        boolean floor = relation.filter(Sense::isFloor).isPresent();
        boolean plain = relation.isEmpty() && !item.ranged();
        switch (verb.form()) {
            case EQUAL -> {
                refuse(!plain, item.from(), item.to(), CONTRADICTION);
                return new Rule.Exactly(item.value(), item.unit(), printed);
            }
            case HOLD -> {
                boolean about = relation.filter(Relation.ABOUT::equals).isPresent();
                if (plain || about) {
                    Quantity tolerance = about ? onePercent(item.value()) : Quantity.ZERO;
                    return new Rule.Maintain(item.value(), tolerance, true, item.unit(), printed);
                }
            }
            case REACH -> {
                goodWay(verb.course(), said.from(), said.to());
                boolean ceiling = relation.isPresent() && !floor && relation.get() != Relation.ABOUT;
                refuse(verb.course() == Course.UP && ceiling || verb.course() == Course.DOWN && floor, said.from(), item.to(),
                        CONTRADICTION);
            }
            case MOVE, ADD -> {
                refuse(!plain && !floor, item.from(), item.to(), ONLY_A_FLOOR);
                better(verb.course(), true, said.from(), said.to());
                boolean strict = relation.filter(Relation.ABOVE::equals).isPresent();
                return kind == Kind.CUMULATIVE_TOTAL ? level(relation.orElse(Relation.AT_LEAST), item, baseYear, printed)
                        : change(item, strict, baseYear, printed);
            }
            case MEET -> throw reading.unreadable(item.from(), item.to(), UNIT);
            default -> {
                if (plain && verb.equals(NO_VERB) && direction == Direction.LOWER && item.value().signum() == 0) {
                    return new Rule.Exactly(item.value(), item.unit(), printed);
                }
            }
        }
        return level(item.ranged() ? Relation.ABOUT : relation.orElseGet(() -> implied(verb, item)), item, baseYear, printed);
    }

    /** The relation that is printed: before the figure, after it, or both where they agree. */
    Optional<Relation> relation(Optional<Limit> before, Item item) {
        Optional<Limit> after = item.closing();
        after.ifPresent(limit -> refuse(item.ranged() || before.filter(b -> b.relation() != limit.relation()).isPresent(),
                limit.from(), limit.to(), CONTRADICTION));
        before.ifPresent(limit -> refuse(item.ranged(), limit.from(), limit.to(), CONTRADICTION));
        Optional<Relation> relation = before.or(() -> after).map(Limit::relation);
        return item.inclusive().isEmpty() ? relation : Optional.of(switch (relation.orElse(Relation.ABOUT)) {
            case AT_LEAST, ABOVE -> item.inclusive().get() ? Relation.AT_LEAST : Relation.ABOVE;
            case AT_MOST, BELOW -> item.inclusive().get() ? Relation.AT_MOST : Relation.BELOW;
            case ABOUT -> throw reading.unreadable(item.from(), item.to(), CONTRADICTION);
        });
    }

    /** What a figure means without any word of comparison. */
    private Relation implied(Verb verb, Item item) {
        if (verb.form() == Form.CONTAIN) {
            refuse(direction == Direction.HIGHER, item.from(), item.to(), WRONG_WAY);
            return Relation.AT_MOST;
        }
        if (verb.form() == Form.REACH && verb.course() != Course.GOOD) {
            return verb.course() == Course.UP ? Relation.AT_LEAST : Relation.AT_MOST;
        }
        boolean attained = verb.form() == Form.ATTAIN && direction == Direction.NONE;
        return attained ? Relation.AT_LEAST : good(false, item.from(), item.to());
    }

    /** The relation that is good for the indicator: ≥ where higher is better. */
    Relation good(boolean strict, int from, int to) {
        return switch (direction) {
            case HIGHER -> strict ? Relation.ABOVE : Relation.AT_LEAST;
            case LOWER -> strict ? Relation.BELOW : Relation.AT_MOST;
            case NONE -> throw reading.unreadable(from, to, NO_DIRECTION);
        };
    }

    Rule level(Relation relation, Item item, Optional<Integer> baseYear, String printed) {
        if (kind == Kind.CUMULATIVE_CHANGE && isFloor(relation)) {
            return change(item, relation == Relation.ABOVE, baseYear, printed);
        }
        refuse(item.in("百分点") && kind != Kind.CUMULATIVE_CHANGE || item.in("%") && kind == Kind.CUMULATIVE_TOTAL, item.from(),
                item.to(), UNIT);
        Quantity value = item.value();
        Optional<String> unit = item.unit();
        return switch (relation) {
            case AT_LEAST -> new Rule.AtLeast(value, unit, printed);
            case ABOVE -> new Rule.Above(value, unit, printed);
            case AT_MOST -> new Rule.AtMost(value, unit, printed);
            case BELOW -> new Rule.Below(value, unit, printed);
            case ABOUT -> item.high().<Rule> map(high -> new Rule.Between(value, high.value(), unit, printed))
                    .orElseGet(() -> new Rule.About(value, onePercent(value), true, unit, printed));
        };
    }

    private static boolean isFloor(Relation relation) {
        return relation == Relation.AT_LEAST || relation == Relation.ABOVE;
    }

    /** The tolerance of 左右 where none is printed: 1 % of the figure, 0.79 for 79%左右. */
    private static Quantity onePercent(Quantity value) {
        return value.abs().times(ONE_PERCENT).stripped();
    }

    private Rule change(Item item, boolean strict, Optional<Integer> baseYear, String printed) {
        boolean cumulative = kind == Kind.CUMULATIVE_CHANGE;
        ChangeUnit counted = switch (item.unit().orElse(cumulative ? "%" : "")) {
            case "%" -> ChangeUnit.PERCENT;
            case "百分点" -> ChangeUnit.POINT;
            default -> ChangeUnit.ABSOLUTE;
        };
        refuse(counted == ChangeUnit.ABSOLUTE && (cumulative || item.unit().isEmpty() || item.in("倍") || item.in("‰")),
                item.from(), item.to(), UNIT);
        return new Rule.ChangeBy(item.value(), counted, baseYear, false, strict, item.unit(), printed);
    }

    /** A change must be for the better; a cumulative figure counts it in the sense of its name, which may be either way. */
    void better(Course course, boolean change, int from, int to) {
        if (!change || kind == Kind.LEVEL) {
            refuse(course != Course.GOOD && direction == Direction.NONE, from, to, NO_DIRECTION);
            goodWay(course, from, to);
        }
    }

    private void goodWay(Course course, int from, int to) {
        refuse(course == Course.UP && direction == Direction.LOWER || course == Course.DOWN && direction == Direction.HIGHER,
                from, to, WRONG_WAY);
    }

    private void refuse(boolean wrong, int from, int to, Text why) {
        if (wrong) {
            throw reading.unreadable(from, to, why);
        }
    }
}
