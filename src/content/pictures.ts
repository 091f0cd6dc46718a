/** A picture as the value of the address key `input`: one digit a cell, rows in their order. */
export function picture(...rows: readonly string[]): string {
  return rows.map((row) => [...row].join(",")).join(";");
}

/** White paper with a black bar from top to bottom: ones, columns 2–5 are 0. */
export const uprightBar = picture("11000011", "11000011", "11000011", "11000011", "11000011", "11000011");

/** The same, lying: transposed. */
export const uprightBarTurned = picture(
  "111111",
  "111111",
  "000000",
  "000000",
  "000000",
  "000000",
  "111111",
  "111111",
);

/** White paper with a black bar across: ones, rows 3–6 are 0. */
export const lyingBar = picture(
  "11111111",
  "11111111",
  "11111111",
  "00000000",
  "00000000",
  "00000000",
  "00000000",
  "11111111",
  "11111111",
  "11111111",
);

/** The same, standing: transposed. */
export const lyingBarTurned = picture(
  "1110000111",
  "1110000111",
  "1110000111",
  "1110000111",
  "1110000111",
  "1110000111",
  "1110000111",
  "1110000111",
);

/** Cell (i, j) holds 10·i + j, so that a number tells where it came from. */
export const places = Array.from({ length: 8 }, (_, row) =>
  Array.from({ length: 8 }, (_, column) => 10 * row + column).join(","),
).join(";");

/** An arrow that points up and to the left. */
export const arrow = picture(
  "00000000",
  "07777700",
  "07770000",
  "07777000",
  "07077700",
  "07007770",
  "00000777",
  "00000070",
);

/** One bright square. */
export const square = picture(
  "000000000",
  "000000000",
  "000000000",
  "000999000",
  "000999000",
  "000999000",
  "000000000",
  "000000000",
  "000000000",
);

/** A slope from dark to bright, over two cells. */
export const softEdge = picture(
  "22246666",
  "22246666",
  "22246666",
  "22246666",
  "22246666",
  "22246666",
  "22246666",
  "22246666",
);

/** A disc: it has edges in every direction. */
export const disc = picture(
  "000000000",
  "000111000",
  "001111100",
  "011111110",
  "011111110",
  "011111110",
  "001111100",
  "000111000",
  "000000000",
);

/** A lone dot, a line and a block. */
export const dotLineBlock = picture(
  "000000000",
  "010000000",
  "000001110",
  "000001110",
  "000001110",
  "000000000",
  "011111110",
  "000000000",
);

/** Two boxes: two upper left corners among eight. */
export const boxes = picture(
  "000000000",
  "011100000",
  "011100000",
  "011100000",
  "000000000",
  "000011110",
  "000011110",
  "000011110",
  "000000000",
);
