/** How does a request become an answer? Language, as-of, parameters, JSON, caching and limits, the same for every resource. */
@NullMarked
package io.duibiao.web;

import org.jspecify.annotations.NullMarked;
