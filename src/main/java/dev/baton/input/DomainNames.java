package dev.baton.input;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Domain names by the rules of IDN and the public-suffix list. */
public final class DomainNames {
  private static final int LONGEST = 253;
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern SCHEME = Pattern.compile("^(?:[a-z][a-z0-9+.-]*:)?/+");

  private DomainNames() {}

  /**
   * As names are compared: in small letters and punycode. What can't be the name of a domain is an
   * {@link IllegalArgumentException}; a reserved one, such as {@code acme.example}, can be.
   */
  public static String ascii(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    // Java knows the IDN of 2003 only, which takes two letters for others that have names of their
    // own today: such a name stays as it is.
    String older = lower.replace("ß", "ss").replace('ς', 'σ');
    String ascii = IDN.toASCII(older, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    String top = ascii.substring(ascii.lastIndexOf('.') + 1);
    boolean exists = !top.equals(ascii) && !top.isEmpty() && !NUMBER.matcher(top).matches();
    if (!exists || ascii.length() > LONGEST || !IDN.toUnicode(ascii).equals(IDN.toUnicode(older))) {
      throw new IllegalArgumentException("not the name of a domain");
    }
    return older.equals(lower) ? ascii : lower;
  }

  /**
   * The name that a company would register, whatever of its address or web site was written: of
   * {@code https://www.acme.example/path} it is {@code acme.example}. Empty where there is none.
   */
  public static Optional<String> registrable(String written) {
    String host = SCHEME.matcher(written.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    if (host.indexOf('ß') >= 0 || host.indexOf('ς') >= 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(HttpUrl.parse("http://" + host))
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
