package io.duibiao.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests one address may send. */
@ConfigMapping(prefix = "duibiao.flood")
public interface FloodConfig {

    /** Requests a second in the long run. */
    @WithDefault("200")
    int perSecond();

    /** Requests at once after a pause. */
    @WithDefault("400")
    int burst();
}
