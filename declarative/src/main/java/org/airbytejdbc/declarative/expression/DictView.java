package org.airbytejdbc.declarative.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys, values or items of a map, which Python does not take for a list.
 *
 * @param kind {@code dict_keys}, {@code dict_values} or {@code dict_items}
 */
record DictView(String kind, List<@Nullable Object> items) {}
