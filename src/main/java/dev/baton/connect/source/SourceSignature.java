package dev.baton.connect.source;

import dev.baton.input.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Whether a call is its source's: by the secret itself, or by a signature over the raw body as the
 * system behind it makes one.
 */
public final class SourceSignature {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String SHA_256 = "HmacSHA256";
  private static final Pattern CALENDLY = Pattern.compile("t=(\\d{1,12}),\\s*v1=([0-9a-f]{64})");

  /** Signatures are made on the real clock, whatever time it is here. */
  private static final Clock REAL_TIME = Clock.systemUTC();

  private SourceSignature() {}

  /** Which sources there are is told to nobody. */
  public static ApiProblem refusal() {
    return new ApiProblem(
        HttpStatus.UNAUTHORIZED, "No source of this name has signed this, or has this secret");
  }

  static boolean isGood(SignalSource source, HttpServletRequest request, byte[] body) {
    return saysSecret(source, request) || isSigned(source, request, body);
  }

  public static boolean saysSecret(SignalSource source, HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    String bearer =
        header != null && header.startsWith("Bearer ") ? header.substring(7).strip() : null;
    return isSame(source.secret(), bearer)
        || isSame(source.secret(), request.getHeader("X-Baton-Secret"));
  }

  private static boolean isSigned(SignalSource source, HttpServletRequest request, byte[] body) {
    String secret = source.secret();
    return switch (source.kind()) {
      case GENERIC, SALESFORCE, MARKETO, G2, WEBSITE ->
          isSame(
              "sha256=" + hex(hmac(SHA_256, secret, body)), request.getHeader("X-Signature-256"));
      case SEGMENT -> isSame(hex(hmac("HmacSHA1", secret, body)), request.getHeader("X-Signature"));
      case TYPEFORM ->
          isSame(
              "sha256=" + base64(hmac(SHA_256, secret, body)),
              request.getHeader("Typeform-Signature"));
      case CALENDLY -> isCalendly(secret, request.getHeader("Calendly-Webhook-Signature"), body);
      case HUBSPOT -> isHubSpot(secret, request, body);
      case LINKEDIN -> isSame(linkedIn(secret, body), request.getHeader("X-LI-Signature"));
    };
  }

  /** Of a marker and the body, so that no challenge that is answered can pass for one. */
  private static String linkedIn(String secret, byte[] body) {
    return hex(hmac(SHA_256, secret, together("hmacsha256=", body)));
  }

  /** What LinkedIn asks before it sends anything: its code, signed with the secret. */
  static String challengeResponse(String secret, String code) {
    return hex(hmac(SHA_256, secret, code.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean isCalendly(String secret, @Nullable String header, byte[] body) {
    Matcher parts = CALENDLY.matcher(String.valueOf(header));
    return parts.matches()
        && isLately(Instant.ofEpochSecond(Long.parseLong(parts.group(1))))
        && isSame(hex(hmac(SHA_256, secret, together(parts.group(1) + ".", body))), parts.group(2));
  }

  /** Version 3: over method, address, body and time. */
  private static boolean isHubSpot(String secret, HttpServletRequest request, byte[] body) {
    String at = String.valueOf(request.getHeader("X-HubSpot-Request-Timestamp"));
    if (!at.matches("\\d{1,15}") || !isLately(Instant.ofEpochMilli(Long.parseLong(at)))) {
      return false;
    }
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String address = request.getMethod() + request.getRequestURL() + query;
    byte[] signed = together(together(address, body), at);
    return isSame(
        base64(hmac(SHA_256, secret, signed)), request.getHeader("X-HubSpot-Signature-v3"));
  }

  private static boolean isLately(Instant signed) {
    return Duration.between(signed, REAL_TIME.instant()).abs().compareTo(TOLERANCE) <= 0;
  }

  private static byte[] together(String text, byte[] bytes) {
    return together(text.getBytes(StandardCharsets.UTF_8), bytes);
  }

  private static byte[] together(byte[] bytes, String text) {
    return together(bytes, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] together(byte[] one, byte[] other) {
    byte[] both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** HMAC-SHA256 of a raw body, hexadecimal. */
  public static String sha256(String secret, byte[] body) {
    return hex(hmac(SHA_256, secret, body));
  }

  /** In the same time, however much of it is right. */
  public static boolean isSame(String expected, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(String algorithm, String secret, byte[] content) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
