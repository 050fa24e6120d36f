package io.duibiao.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.duibiao.core.Catalogue;
import io.duibiao.core.Text;
import io.duibiao.problem.Problem;
import io.duibiao.problem.Problem.Fault;

/** An entry as a request brings it, beside the catalogue as it stands. */
final class RequestDraft extends Draft {

    private final Catalogue catalogue;
    private final String path;
    private final List<Fault> faults = new ArrayList<>();

    private RequestDraft(Catalogue catalogue, String path) {
        this.catalogue = catalogue;
        this.path = path;
    }

    /**
     * What is made of the request.
     *
     * @param path the parameter of the path that has the entry's code
     * @throws io.duibiao.problem.ProblemException 422 with every fault of the request
     */
    static <T> T of(Catalogue catalogue, String path, Function<Draft, T> making) {
        RequestDraft draft = new RequestDraft(catalogue, path);
        T made = making.apply(draft);
        if (!draft.sound()) {
            Fault first = draft.faults.get(0);
            throw new Problem(422, first.code(), first.message(), List.copyOf(draft.faults)).exception();
        }
        return made;
    }

    @Override
    <T extends Record> Optional<T> find(Class<T> type, String code) {
        return catalogue.find(type, code);
    }

    @Override
    <T extends Record> Optional<T> known(Class<T> type, String field, String code) {
        Optional<T> entry = find(type, code);
        if (entry.isEmpty()) {
            faults.add(new Lookup(catalogue, 422).unknown(type, pointer(field), code));
        }
        return entry;
    }

    @Override
    void fault(String field, String code, Text why, String value) {
        faults.add(Fault.at(pointer(field), code, why, value));
    }

    @Override
    boolean sound() {
        return faults.isEmpty();
    }

    private String pointer(String field) {
        return field.equals(OWN_CODE) ? path : "/" + field;
    }
}
