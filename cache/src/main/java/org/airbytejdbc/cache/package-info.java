/**
 * Where streams live: {@link Cache} keeps the streams of its sources in an engine with their state,
 * {@link Freshness} reads again what is too old. Knows no Calcite.
 */
@NullMarked
package org.airbytejdbc.cache;

import org.jspecify.annotations.NullMarked;
