package io.duibiao.core;

import java.util.Optional;

/**
 * What a target is about, whoever sets it and for whichever year.
 *
 * @param basis 口径, the indicator's default included
 * @param baseYear of a change
 * @param place region or group code
 */
public record Subject(String indicator, Optional<String> scope, Optional<String> basis, Optional<Integer> baseYear,
        String place) {
}
