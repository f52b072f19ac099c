/**
 * Side-by-side comparisons, each in one run on one machine: {@link Benchmarks} is the command, each
 * {@link Comparison} measures one claim of {@code docs/performance.md}.
 */
@NullMarked
package org.airbytejdbc.benchmarks;

import org.jspecify.annotations.NullMarked;
