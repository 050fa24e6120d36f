package io.duibiao.account;

/** The regions that there are, as a room above this one knows them. */
public interface KnownRegions {

    /** @throws io.duibiao.problem.ProblemException 422 where there is no such region, with those that may have been meant */
    void check(String region);
}
