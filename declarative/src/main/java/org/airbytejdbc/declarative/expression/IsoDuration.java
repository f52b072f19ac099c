package org.airbytejdbc.declarative.expression;

import java.time.Duration;

/**
 * An ISO 8601 duration with years or months in it, which are added to a date by the calendar: a
 * month after 31 January is the last day of February.
 *
 * @param months of years and months, may be negative
 * @param rest days and less
 */
public record IsoDuration(long years, long months, Duration rest) {}
