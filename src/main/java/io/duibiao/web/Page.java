package io.duibiao.web;

import java.util.List;

/** A list as it is answered. */
public record Page<T>(List<T> items) {
}
