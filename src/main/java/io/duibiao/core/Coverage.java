package io.duibiao.core;

/** How many of the regions that a figure is made up of reported theirs. */
public record Coverage(int reported, int expected) {

    public boolean complete() {
        return reported == expected;
    }
}
