package io.duibiao.core;

/**
 * 出处: where a figure is printed.
 *
 * @param document title of the document, or the code of its plan
 * @param section heading path, 四/(六)/37 or 专栏1 第16行
 * @param quote the shortest clause that carries the figure, as printed
 */
public record Citation(String document, String section, String quote) {
}
