package dev.baton.connect.table;

/**
 * Addresses of the cells of a sheet, looked at as its bytes come: a reader makes room for all cells
 * up to the column that one names, however far out that is.
 */
final class CellAddresses {
  /** As in XFD, the last column that a spreadsheet has. */
  private static final int MOST_LETTERS = 3;

  private static final String CELL = "<c ";
  private static final String ADDRESS = " r=\"";

  private int ofCell;
  private int ofAddress;
  private boolean inCell;
  private int letters = -1;

  /** False once a cell lies further out than a sheet is wide. */
  boolean areGood(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      char sign = (char) bytes[i];
      if (letters >= 0) {
        letters = Character.isLetter(sign) ? letters + 1 : -1;
        if (letters > MOST_LETTERS) {
          return false;
        }
      }
      next(Character.isWhitespace(sign) ? ' ' : sign);
    }
    return true;
  }

  private void next(char sign) {
    ofCell = sign == '<' ? 1 : step(CELL, ofCell, sign);
    if (ofCell == CELL.length()) {
      inCell = true;
      ofAddress = 0;
    }
    inCell &= sign != '>';
    if (inCell) {
      ofAddress = sign == ' ' ? 1 : step(ADDRESS, ofAddress, sign);
      if (ofAddress == ADDRESS.length()) {
        letters = 0;
        inCell = false;
      }
    }
  }

  private static int step(String word, int known, char sign) {
    return known > 0 && known < word.length() && word.charAt(known) == sign ? known + 1 : 0;
  }
}
