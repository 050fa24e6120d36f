package io.duibiao.core;

import java.util.Optional;

/**
 * 地区: a place with its GB/T 2260 code (150000 全区, 150100 呼和浩特市), or the code of its banner, a dash and pinyin for a town.
 *
 * @param shortName 包头 for 包头市
 * @param level nation, region, league, banner, town
 */
public record Region(String code, Text name, String shortName, String level, Optional<String> parent) {
}
