package org.airbytejdbc.cache.load;

import java.util.Optional;

/**
 * What a column can hold of a value.
 *
 * @param text as the engine casts it to the column's type; empty for NULL
 * @param wide whether an INTEGER column must be widened for it
 * @param loss what could not be held
 */
record Held(Optional<String> text, boolean wide, Optional<Loss> loss) {
  static final Held NULL = new Held(Optional.empty(), false, Optional.empty());

  /**
   * A change that was made to a value, in the protocol's words.
   *
   * @param change NULLED or TRUNCATED
   * @param value the text of the value as it came
   */
  record Loss(String change, String reason, String value) {}

  /** Why a value could not be held, in the protocol's words. */
  enum Reason {
    /** It is of another type. */
    DESTINATION_TYPECAST_ERROR,
    /** It is too large or too fine. */
    DESTINATION_FIELD_SIZE_LIMITATION,
    /** It is no text or no JSON. */
    DESTINATION_SERIALIZATION_ERROR
  }

  /** All of it. */
  static Held whole(String text) {
    return new Held(Optional.of(text), false, Optional.empty());
  }

  /** All of it, once the column is wide enough. */
  static Held wide(String text) {
    return new Held(Optional.of(text), true, Optional.empty());
  }

  /** A part of it. */
  static Held part(String text, Reason reason, String value) {
    return new Held(
        Optional.of(text), false, Optional.of(new Loss("TRUNCATED", reason.name(), value)));
  }

  /** Nothing of it. */
  static Held nothing(Reason reason, String value) {
    return new Held(Optional.empty(), false, Optional.of(new Loss("NULLED", reason.name(), value)));
  }
}
