package dev.baton.input;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Domain names by the rules of IDN and the public-suffix list. */
public final class DomainNames {
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String ENCODED = "xn--";

  /** Letters that IDN took for others in 2003. */
  private static final Pattern NEWER = Pattern.compile("[ßς]");

  private static final Pattern HOST = Pattern.compile("^[^/:?#@]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern SCHEME = Pattern.compile("^(?:[a-z][a-z0-9+.-]*:)?/+");

  private DomainNames() {}

  /**
   * As names are compared: in small letters and punycode. What can't be the name of a domain is an
   * {@link IllegalArgumentException}; a reserved one, such as {@code acme.example}, can be.
   */
  public static String ascii(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    // Java knows the IDN of 2003 only, which takes two letters for others; names have them today
    String older = lower.replace("ß", "ss").replace('ς', 'σ');
    String ascii = IDN.toASCII(older, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    String top = ascii.substring(ascii.lastIndexOf('.') + 1);
    boolean exists = !top.equals(ascii) && !top.isEmpty() && !NUMBER.matcher(top).matches();
    if (!exists || ascii.length() > LONGEST || !IDN.toUnicode(ascii).equals(IDN.toUnicode(older))) {
      throw new IllegalArgumentException("not the name of a domain");
    }
    String own = older.equals(lower) ? ascii : byLabel(lower, DomainNames::encoded);
    if (own.length() > LONGEST) {
      throw new IllegalArgumentException("not the name of a domain");
    }
    return own;
  }

  private static String encoded(String label) {
    if (!NEWER.matcher(label).find()) {
      return IDN.toASCII(label).toLowerCase(Locale.ROOT);
    }
    String encoded = ENCODED + Punycode.encode(label);
    if (encoded.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("not the name of a domain");
    }
    return encoded;
  }

  /** A name in punycode as people write it; what is none stays as it is. */
  public static String unicode(String ascii) {
    return byLabel(ascii, DomainNames::decoded);
  }

  private static String decoded(String label) {
    if (label.startsWith(ENCODED)) {
      try {
        String decoded = Punycode.decode(label.substring(ENCODED.length()));
        if (NEWER.matcher(decoded).find()) {
          return decoded;
        }
      } catch (IllegalArgumentException e) {
        return label;
      }
    }
    return IDN.toUnicode(label);
  }

  private static String byLabel(String domain, UnaryOperator<String> label) {
    return Arrays.stream(domain.split("\\.", -1)).map(label).collect(Collectors.joining("."));
  }

  /**
   * The name that a company would register, whatever of its address or web site was written: of
   * {@code https://www.acme.example/path} it is {@code acme.example}. Empty where there is none.
   */
  public static Optional<String> registrable(String written) {
    String address = SCHEME.matcher(written.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    Matcher host = HOST.matcher(address);
    if (NEWER.matcher(address).find() && host.find()) {
      if (!isName(host.group())) {
        return Optional.empty();
      }
      address = ascii(host.group());
    }
    return Optional.ofNullable(HttpUrl.parse("http://" + address))
        .map(HttpUrl::topPrivateDomain)
        .filter(DomainNames::isName);
  }

  private static boolean isName(String domain) {
    try {
      ascii(domain);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
