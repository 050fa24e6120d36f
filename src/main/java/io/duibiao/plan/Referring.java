package io.duibiao.plan;

import io.duibiao.core.Catalogue.Noun;

/** A room whose records name entries of the catalogue: while some do, the entry cannot be withdrawn. */
public interface Referring {

    boolean refersTo(Noun noun, String code);
}
