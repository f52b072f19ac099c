package org.airbytejdbc.declarative.paging;

import java.util.Optional;
import org.airbytejdbc.declarative.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page once its records were read.
 *
 * @param decoded the response's first value
 * @param records how many of its records were selected
 * @param extracted how many there were before the filter
 * @param lastRecord the last one selected, null without any on this page
 * @param token the token that asked for the page
 */
public record Page(
    Response response,
    @Nullable Object decoded,
    long records,
    long extracted,
    @Nullable Object lastRecord,
    Optional<Object> token) {}
