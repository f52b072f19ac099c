package org.airbytejdbc.declarative.failure;

/** What is done with a response: the actions of the component schema. */
public enum Action {
  SUCCESS,
  FAIL,
  RETRY,
  IGNORE,
  RESET_PAGINATION,
  /** Tried again, however often it takes until the tries are used up, as for status 429. */
  RATE_LIMITED,
  REFRESH_TOKEN_THEN_RETRY,
  REDUCE_PAGE_SIZE,
  SPLIT_REQUEST_WINDOW;

  /** Whether the request is sent again. */
  public boolean isRetry() {
    return this == RETRY || this == RATE_LIMITED || this == REFRESH_TOKEN_THEN_RETRY;
  }
}
