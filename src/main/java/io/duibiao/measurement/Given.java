package io.duibiao.measurement;

import java.util.Optional;

import io.duibiao.core.Period;

/**
 * What the request says for every line of a file.
 *
 * @param declares whether bases and scopes that are not known yet are meant so
 */
record Given(Optional<Period> period, Optional<String> region, Optional<String> reason, Optional<String> source,
        boolean declares) {
}
