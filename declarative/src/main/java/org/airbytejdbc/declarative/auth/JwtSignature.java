package org.airbytejdbc.declarative.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.manifest.Component;

/** One algorithm of signing JSON web tokens, of those that the JDK knows. */
interface JwtSignature {
  /** Throws a config error, without its cause, if the key does not fit. */
  byte[] sign(byte[] text, String key, Optional<String> passphrase);

  static JwtSignature of(String name, Component component) {
    String bits = name.length() > 2 ? name.substring(2) : "";
    return switch (name) {
      case "HS256", "HS384", "HS512" -> hmac("HmacSHA" + bits);
      case "RS256", "RS384", "RS512" ->
          asymmetric("RSA", "SHA" + bits + "withRSA", Optional.empty());
      case "PS256", "PS384", "PS512" ->
          asymmetric("RSA", "RSASSA-PSS", Optional.of(pss(Integer.parseInt(bits))));
      case "ES256", "ES384", "ES512" ->
          asymmetric("EC", "SHA" + bits + "withECDSAinP1363Format", Optional.empty());
      case "EdDSA" -> asymmetric("EdDSA", "EdDSA", Optional.empty());
      default -> throw component.problem("tokens cannot be signed by \"" + name + "\" here");
    };
  }

  private static PSSParameterSpec pss(int bits) {
    String digest = "SHA-" + bits;
    return new PSSParameterSpec(
        digest,
        "MGF1",
        new MGF1ParameterSpec(digest),
        bits / Byte.SIZE,
        PSSParameterSpec.TRAILER_FIELD_BC);
  }

  private static JwtSignature hmac(String algorithm) {
    return (text, key, passphrase) -> {
      try {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
        return mac.doFinal(text);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw unfit();
      }
    };
  }

  private static JwtSignature asymmetric(
      String keys, String algorithm, Optional<AlgorithmParameterSpec> parameters) {
    return (text, key, passphrase) -> {
      try {
        PrivateKey read = PemKey.read(key, keys, passphrase);
        Signature signature = Signature.getInstance(algorithm);
        if (parameters.isPresent()) {
          signature.setParameter(parameters.get());
        }
        signature.initSign(read);
        signature.update(text);
        return signature.sign();
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw unfit();
      }
    };
  }

  private static DeclarativeException unfit() {
    return new DeclarativeException(
        Failure.CONFIG_ERROR, "The key in the config is none that tokens can be signed with");
  }
}
