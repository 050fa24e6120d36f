package io.duibiao.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.duibiao.core.Catalogue.Noun;
import io.duibiao.core.Citation;
import io.duibiao.core.Group;
import io.duibiao.core.Region;
import io.duibiao.core.Text;
import io.duibiao.history.History;

/** A region with more regions below it than a picture holds, and a group of these, for the tests of any room. */
public final class Crowd {

    public static final String ABOVE = "CROWD";
    public static final String GROUP = "crowd-group";

    private Crowd() {
    }

    private static List<String> below(int many) {
        return IntStream.range(0, many).mapToObj(i -> ABOVE + "-" + i).toList();
    }

    public static void gather(History history, int many) {
        history.record(commit -> {
            add(Noun.REGION, ABOVE, region(ABOVE, Optional.empty()), commit);
            below(many).forEach(code -> add(Noun.REGION, code, region(code, Optional.of(ABOVE)), commit));
            add(Noun.GROUP, GROUP, new Group(GROUP, Text.same("many"), below(many), new Citation("", "", "")), commit);
            return many;
        });
    }

    private static Region region(String code, Optional<String> parent) {
        return new Region(code, Text.same(code), code, "town", parent);
    }

    private static void add(Noun noun, String code, Record content, History.Commit commit) {
        CatalogueRow.add(noun, code, content, commit, "tests", "", "");
    }

    public static void disperse(History history, int many) {
        history.record(commit -> {
            CatalogueRow.withdraw(Noun.GROUP, GROUP, commit, "tests", "done");
            below(many).forEach(code -> CatalogueRow.withdraw(Noun.REGION, code, commit, "tests", "done"));
            CatalogueRow.withdraw(Noun.REGION, ABOVE, commit, "tests", "done");
            return many;
        });
    }
}
