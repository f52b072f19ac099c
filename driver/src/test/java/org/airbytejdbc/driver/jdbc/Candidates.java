package org.airbytejdbc.driver.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;

/** Arguments to call any method with: the ordinary one first, then null, empty and wrong ones. */
final class Candidates {
  private final String text;

  /**
   * @param text the ordinary string: a statement, or a label
   */
  Candidates(String text) {
    this.text = text;
  }

  /** All ordinary arguments, and each call in which one of them is another. */
  List<Object[]> of(Method method) throws Exception {
    Class<?>[] types = method.getParameterTypes();
    List<Object[]> calls = new ArrayList<>();
    calls.add(ordinary(types));
    for (int i = 0; i < types.length; i++) {
      int count = of(types[i]).size();
      for (int other = 1; other < count; other++) {
        Object[] arguments = ordinary(types);
        arguments[i] = of(types[i]).get(other);
        calls.add(arguments);
      }
    }
    return calls;
  }

  /** Made anew: a stream can be read but once. */
  private Object[] ordinary(Class<?>[] types) throws Exception {
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = of(types[i]).get(0);
    }
    return arguments;
  }

  private List<Object> of(Class<?> type) throws Exception {
    if (type == int.class) {
      return Arrays.asList(
          1,
          0,
          -1,
          2,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          ResultSet.TYPE_SCROLL_INSENSITIVE,
          ResultSet.CONCUR_UPDATABLE,
          Types.VARCHAR,
          Types.STRUCT);
    }
    if (type == long.class) {
      return Arrays.asList(1L, 0L, -1L, Long.MAX_VALUE);
    }
    if (type == boolean.class) {
      return Arrays.asList(true, false);
    }
    if (type == byte.class) {
      return Arrays.asList((byte) 1);
    }
    if (type == short.class) {
      return Arrays.asList((short) 1);
    }
    if (type == float.class) {
      return Arrays.asList(1f, Float.NaN);
    }
    if (type == double.class) {
      return Arrays.asList(1d, Double.NEGATIVE_INFINITY);
    }
    if (type == String.class) {
      return Arrays.asList(text, null, "", "%", "no \0 such thing", "CALL airbyte.none(?)", "{fn");
    }
    if (type == Object.class) {
      return Arrays.asList("1", null, new Object(), 1, List.of(1), Double.NaN);
    }
    if (type == Class.class) {
      return Arrays.asList(String.class, null, Void.class, int.class, Object.class, List.class);
    }
    if (type.isArray()) {
      return Arrays.asList(Array.newInstance(type.getComponentType(), 1), null, empty(type));
    }
    return ofClass(type);
  }

  private List<Object> ofClass(Class<?> type) throws Exception {
    if (type == Map.class) {
      return Arrays.asList(Map.of(), null, Map.of("x", String.class));
    }
    if (type == Calendar.class) {
      return Arrays.asList(Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT), null);
    }
    if (type == Executor.class) {
      return Arrays.asList((Executor) Runnable::run, null);
    }
    if (type == Properties.class) {
      return Arrays.asList(new Properties(), null);
    }
    if (type == SQLType.class) {
      return Arrays.asList(JDBCType.VARCHAR, null, JDBCType.REF);
    }
    if (type == InputStream.class) {
      return Arrays.asList(new ByteArrayInputStream(new byte[] {49}), null, new BrokenStream());
    }
    if (type == Reader.class) {
      return Arrays.asList(new StringReader("1"), null, new BrokenReader());
    }
    if (type == Blob.class) {
      return Arrays.asList(new SerialBlob(new byte[] {1}), null, hollow(type));
    }
    if (type == Clob.class) {
      return Arrays.asList(new SerialClob(new char[] {'1'}), null, hollow(type));
    }
    if (type == Date.class) {
      return Arrays.asList(new Date(0), null);
    }
    if (type == Time.class) {
      return Arrays.asList(new Time(0), null);
    }
    if (type == Timestamp.class) {
      return Arrays.asList(new Timestamp(0), null);
    }
    if (type == BigDecimal.class) {
      return Arrays.asList(BigDecimal.ONE, null);
    }
    if (type == URL.class) {
      return Arrays.asList(URI.create("https://example.com").toURL(), null);
    }
    if (type.isInterface()) {
      return Arrays.asList(hollow(type), null);
    }
    throw new IllegalStateException("No arguments are known of " + type);
  }

  private static Object empty(Class<?> array) {
    return Array.newInstance(array.getComponentType(), 0);
  }

  /** Somebody else's object, of which every call gives nothing. */
  private static Object hollow(Class<?> type) {
    return Proxy.newProxyInstance(
        Candidates.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            switch (method.getReturnType().getName()) {
              case "int" -> 0;
              case "long" -> 0L;
              case "boolean" -> false;
              default -> null;
            });
  }

  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("broken");
    }
  }

  private static final class BrokenReader extends Reader {
    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      throw new IOException("broken");
    }

    @Override
    public void close() {}
  }
}
