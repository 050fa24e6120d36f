package io.duibiao.core;

/** Which way is better. An indicator named 下降, 减少 or 降低比例 is {@code HIGHER}: more decline is better. */
public enum Direction {
    HIGHER,
    LOWER,
    NONE
}
