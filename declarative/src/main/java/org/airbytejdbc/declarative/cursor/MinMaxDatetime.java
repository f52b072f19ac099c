package org.airbytejdbc.declarative.cursor;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.DatetimeFormat;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/** A time that is given as text or as a component, with the earliest and the latest it may be. */
final class MinMaxDatetime {
  private MinMaxDatetime() {}

  static Optional<OffsetDateTime> read(
      Component owner, String field, List<DatetimeFormat> formats, Scope scope) {
    if (owner.value(field).filter(String.class::isInstance).isPresent()) {
      return owner.expression(field).map(text -> parse(owner, text, formats, scope));
    }
    return owner.component(field).map(component -> bounded(component, formats, scope));
  }

  private static OffsetDateTime bounded(
      Component component, List<DatetimeFormat> formats, Scope scope) {
    List<DatetimeFormat> own = new ArrayList<>();
    component
        .text("datetime_format")
        .filter(format -> !format.isEmpty())
        .ifPresent(format -> own.add(new DatetimeFormat(format)));
    own.addAll(formats);
    OffsetDateTime time = parse(component, component.requiredExpression("datetime"), own, scope);
    Optional<OffsetDateTime> least =
        bound(component, "min_datetime", own, scope).filter(time::isBefore);
    if (least.isPresent()) {
      time = least.get();
    }
    return bound(component, "max_datetime", own, scope).filter(time::isAfter).orElse(time);
  }

  private static Optional<OffsetDateTime> bound(
      Component component, String field, List<DatetimeFormat> formats, Scope scope) {
    return component
        .expression(field)
        .filter(text -> !text.text(scope).isEmpty())
        .map(text -> parse(component, text, formats, scope));
  }

  private static OffsetDateTime parse(
      Component owner, Expression text, List<DatetimeFormat> formats, Scope scope) {
    String value = text.text(scope);
    return formats.stream()
        .map(format -> format.tryParse(value))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> owner.problem("the time of " + text + " is in none of the formats given"));
  }
}
