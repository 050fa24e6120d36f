package io.duibiao.core;

/** The languages that labels and messages exist in; codes never change with them. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47 tag: {@code zh-CN} or {@code en}. */
    public String tag() {
        return tag;
    }
}
