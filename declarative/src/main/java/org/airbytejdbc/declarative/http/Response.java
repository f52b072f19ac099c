package org.airbytejdbc.declarative.http;

import java.net.URI;
import java.util.Map;

/**
 * A response that has come whole.
 *
 * @param headers names as they came; a name that came twice has its values joined by {@code ", "}
 * @param body decompressed, not to be written to
 */
public record Response(int status, Map<String, String> headers, URI url, byte[] body) {}
