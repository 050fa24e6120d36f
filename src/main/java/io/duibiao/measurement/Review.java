package io.duibiao.measurement;

/** How it stands with the review of a value. */
enum Review {
    /** 待审核: sent, and nobody has decided yet. */
    AWAITED,
    /** 已退回: returned to whoever sent it. */
    RETURNED,
    /** 已核定. */
    FINAL
}
