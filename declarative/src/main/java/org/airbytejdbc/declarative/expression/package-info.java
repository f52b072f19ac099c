/**
 * The expressions of manifests: Jinja's language with Python's values and text, as Airbyte's CDK
 * evaluates them.
 *
 * <p>A {@link Template} is compiled once and rendered often, against a {@link Scope}; {@link
 * TemplateMap} and {@link NestedTemplate} hold whole objects of templates.
 *
 * <p>Values are plain Java: {@code String}, {@code Long}, {@code BigInteger} (only beyond long),
 * {@code Double}, {@code Boolean}, {@code null} for None, {@code List}, {@code Map} (in insertion
 * order) and {@link Tuple}; of time {@code LocalDate}, {@code LocalDateTime} (naive), {@code
 * OffsetDateTime} (aware), {@code Duration} (a timedelta) and {@link IsoDuration}. Nothing is ever
 * reached by reflection.
 */
@NullMarked
package org.airbytejdbc.declarative.expression;

import org.jspecify.annotations.NullMarked;
