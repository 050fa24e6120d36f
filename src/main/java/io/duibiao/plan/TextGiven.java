package io.duibiao.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.duibiao.core.Text;

/** A name in both languages, as it is sent. */
record TextGiven(@NotBlank @Size(max = 200) String zh, @NotBlank @Size(max = 200) String en) {

    static TextGiven of(Text text) {
        return new TextGiven(text.zh(), text.en());
    }

    Text text() {
        return new Text(zh.strip(), en.strip());
    }
}
