package io.duibiao.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 下达/认定: the figure given later to a target that was printed without one.
 *
 * @param phrase as issued: ≥90.7%
 * @param basis 口径 that the figure was issued for, where it is not the target's
 */
public record Resolution(String target, String phrase, Rule rule, LocalDate issuedAt, String issuer, Optional<String> basis,
        Citation citation) {
}
