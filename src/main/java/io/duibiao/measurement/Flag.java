package io.duibiao.measurement;

import io.duibiao.core.Text;

/**
 * Why a value that was accepted should be looked at.
 *
 * @param code stable: UNIT_SLIP, JUMP, NO_BASE_YEAR, NEW_BASIS, NEW_SCOPE
 */
record Flag(String code, Text message) {
}
