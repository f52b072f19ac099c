package org.airbytejdbc.declarative.expression;

/**
 * A literal that no value of Java stands for and no connector needs: bytes, a complex number, an
 * ellipsis. It can be written again, and that is all.
 */
record Opaque(String repr) {}
