package org.airbytejdbc.driver.value;

import java.sql.Struct;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A structure that a caller made, to be a parameter.
 *
 * @param typeName as the engine writes it: {@code STRUCT(a INTEGER)}
 */
public record GivenStruct(String typeName, @Nullable Object[] attributes) implements Struct {
  public GivenStruct {
    attributes = attributes.clone();
  }

  @Override
  public String getSQLTypeName() {
    return typeName;
  }

  @Override
  public @Nullable Object[] getAttributes() {
    return attributes.clone();
  }

  @Override
  public @Nullable Object[] getAttributes(@Nullable Map<String, Class<?>> map) {
    return getAttributes();
  }
}
