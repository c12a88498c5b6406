package dev.baton.input;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Mail addresses: one mailbox of RFC 5321, at a domain that could exist. */
public final class MailAddress {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;

  private MailAddress() {}

  /** What follows the last at sign. */
  public static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  public static boolean isGood(String address) {
    return TextPolicy.invisible(address).isEmpty()
        && isShortEnough(address)
        && isItselfInSmallLetters(address)
        && isOneMailbox(address)
        && isAtDomain(address);
  }

  private static boolean isShortEnough(String address) {
    String localPart = address.substring(0, Math.max(0, address.lastIndexOf('@')));
    return bytes(address) <= LONGEST && bytes(localPart) <= LONGEST_LOCAL_PART;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Few letters become others by the way: a sign for kelvins would be somebody's k. */
  private static boolean isItselfInSmallLetters(String address) {
    return Normalizer.isNormalized(address, Normalizer.Form.NFC)
        && address.toLowerCase(Locale.ROOT).length() == address.length();
  }

  private static boolean isOneMailbox(String address) {
    try {
      InternetAddress mailbox = new InternetAddress(address, true);
      return address.equals(mailbox.getAddress()) && mailbox.getPersonal() == null;
    } catch (AddressException e) {
      return false;
    }
  }

  private static boolean isAtDomain(String address) {
    try {
      DomainNames.ascii(domain(address));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
