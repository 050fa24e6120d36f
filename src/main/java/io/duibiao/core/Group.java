package io.duibiao.core;

import java.util.List;

/**
 * 区域: a named set of regions.
 *
 * @param members region codes; empty when the document leaves them open (MEMBERS_UNKNOWN)
 * @param citation where the set is named
 */
public record Group(String code, Text name, List<String> members, Citation citation) {

    public boolean membersKnown() {
        return !members.isEmpty();
    }
}
