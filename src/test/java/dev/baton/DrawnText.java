package dev.baton;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** Draws a word, to be run where there may be no font: it says "drawn" if there is ink. */
public final class DrawnText {
  private DrawnText() {}

  public static void main(String[] words) {
    BufferedImage paper = new BufferedImage(200, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
    pen.drawString("Baton", 10, 40);
    long ink =
        IntStream.range(0, 200 * 60)
            .filter(at -> (paper.getRGB(at % 200, at / 200) & 1) > 0)
            .count();
    System.out.println(ink > 200 ? "drawn" : "blank: " + ink);
  }
}
