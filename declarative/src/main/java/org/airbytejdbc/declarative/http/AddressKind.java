package org.airbytejdbc.declarative.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What network an address belongs to, by IANA's registries of special addresses. */
enum AddressKind {
  PUBLIC,
  /** The machine itself and networks that the Internet does not reach. */
  PRIVATE,
  /** The link, cloud metadata, multicast and what no host has. */
  FORBIDDEN;

  private static final int BITS = 8;

  private static final List<Range> FORBIDDEN_RANGES =
      List.of(
          range("a9fe", 16), // 169.254.0.0/16: the link, most clouds' metadata
          range("f0", 4), // 240.0.0.0/4 and broadcast
          range("e0", 4)); // multicast

  private static final List<String> METADATA =
      List.of(
          "646464c8", // 100.100.100.200, Alibaba
          "a83f8110", // 168.63.129.16, Azure
          "c00000c0", // 192.0.0.192, Oracle
          "fd000ec2000000000000000000000254"); // fd00:ec2::254, AWS

  private static final List<Range> PRIVATE_RANGES =
      List.of(
          range("00", 8),
          range("0a", 8),
          range("6440", 10), // 100.64.0.0/10, carriers
          range("7f", 8),
          range("ac10", 12),
          range("c00000", 24),
          range("c0a8", 16),
          range("c612", 15)); // 198.18.0.0/15, benchmarks

  static AddressKind of(InetAddress address) {
    String bytes = HexFormat.of().formatHex(address.getAddress());
    if (METADATA.contains(bytes) || address.isLinkLocalAddress() || address.isMulticastAddress()) {
      return FORBIDDEN;
    }
    if (address instanceof Inet4Address) {
      return ofFour(address.getAddress());
    }
    return ofSix((Inet6Address) address);
  }

  private static AddressKind ofFour(byte[] address) {
    if (FORBIDDEN_RANGES.stream().anyMatch(range -> range.holds(address))) {
      return FORBIDDEN;
    }
    return PRIVATE_RANGES.stream().anyMatch(range -> range.holds(address)) ? PRIVATE : PUBLIC;
  }

  /** Some addresses of IPv6 are another way to write one of IPv4. */
  private static AddressKind ofSix(Inet6Address address) {
    byte[] bytes = address.getAddress();
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isSiteLocalAddress()
        || (bytes[0] & 0xfe) == 0xfc) {
      return PRIVATE;
    }
    if (range("0064ff9b0000000000000000", 96).holds(bytes)
        || range("000000000000000000000000", 96).holds(bytes)) {
      return of(four(bytes, 12));
    }
    return range("2002", 16).holds(bytes) ? of(four(bytes, 2)) : PUBLIC;
  }

  private static InetAddress four(byte[] six, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(six, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static Range range(String start, int bits) {
    return new Range(HexFormat.of().parseHex(start), bits);
  }

  private record Range(byte[] start, int bits) {
    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % BITS;
        if (((address[bit / BITS] ^ start[bit / BITS]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
