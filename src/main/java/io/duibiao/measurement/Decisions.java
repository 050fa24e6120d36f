package io.duibiao.measurement;

import java.util.Optional;
import java.util.function.Supplier;

import io.duibiao.account.Person;
import io.duibiao.account.Roles;
import io.duibiao.core.Status;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.ProblemException;

/** Who may send and who may decide: two people, so that no figure is settled by whoever reported it. An admin may do both. */
final class Decisions {

    private Decisions() {
    }

    /**
     * @param sender asked only where somebody decides on what was sent
     * @throws ProblemException 403 where this person may not
     */
    static void may(Person person, Act act, Status status, Supplier<Optional<String>> sender) {
        if (person.is(Roles.ADMIN)) {
            return;
        }
        if (act == Act.SENT) {
            if (status == Status.FINAL) {
                throw refused("REVIEWER_MAKES_FINAL", new Text("填报的数为快报，须由审核人员核定",
                        "What is sent is provisional; a reviewer makes it final"));
            }
            if (!person.is(Roles.REPORTER)) {
                throw refused("REPORTER_SENDS", new Text("审核人员不改动数值；须更正的请退回填报人",
                        "A reviewer does not change a figure; return it to whoever sent it"));
            }
            return;
        }
        if (!person.is(Roles.REVIEWER)) {
            throw refused("REVIEWER_MAKES_FINAL", new Text("只有审核人员可以核定或退回", "Only a reviewer makes a value final or "
                    + "returns it"));
        }
        if (sender.get().filter(person.name()::equals).isPresent()) {
            throw refused("OWN_VALUE", new Text("填报人不能审核自己填报的数", "Nobody reviews what he sent himself"));
        }
    }

    private static ProblemException refused(String code, Text message) {
        return Problem.of(403, code, message).exception();
    }
}
