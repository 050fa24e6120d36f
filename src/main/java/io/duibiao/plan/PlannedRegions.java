package io.duibiao.plan;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.duibiao.account.KnownRegions;

/** The regions that an account can be given are those of the catalogue. */
@Singleton
class PlannedRegions implements KnownRegions {

    private final Plans plans;

    PlannedRegions(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void check(String region) {
        Lookup.ofQuery(plans.at(Optional.empty())).region(region);
    }
}
