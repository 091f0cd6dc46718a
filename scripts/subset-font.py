"""Make the page's maths font: TeX Gyre Termes Math, cut down to what the formulas use.

MathML stretches floors, ceilings and brackets only with a font that has a MATH table, and not every system brings one.
Needs Debian's fonts-texgyre-math, python3-fonttools and python3-brotli; run with /usr/bin/python3.
"""

import string
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = "/usr/share/texmf/fonts/opentype/public/tex-gyre-math/texgyretermes-math.otf"
TARGET = Path(__file__).parent.parent / "src" / "app" / "fonts" / "maths.woff2"
NAME = "Convscope Maths"  # the licence asks derived works to change the name

# The letters of src/ui/formulaLetters.ts and of the names of the tensors; others come from the system's font.
ITALIC = "DHKLPWXY" + "bdhklnprstw"
UPRIGHT = "abcfiknortu" + string.digits
OPERATORS = "+−·×/=()⌊⌋⌈⌉′,.⋆ "
INVISIBLE = "\u2061\u2062\u2063"  # function application, times, separator
STRETCHY = "⌊⌋⌈⌉()"
SIZES_KEPT = 2  # ready-made sizes of a stretchy sign; taller ones are built of its parts


def italic(letter):
    """MathML sets single letters in the italics of the mathematical alphabet; its h is the Planck constant."""
    if letter == "h":
        return 0x210E
    return 0x1D434 + ord(letter) - ord("A") if letter.isupper() else 0x1D44E + ord(letter) - ord("a")


options = subset.Options()
options.flavor = "woff2"
options.layout_features = []
options.hinting = False
options.desubroutinize = True
options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
options.notdef_outline = True



def keep_few_sizes(font):
    """Drop the ready-made sizes of signs that the formulas never stretch."""
    variants, cmap = font["MATH"].table.MathVariants, font.getBestCmap()
    variants.HorizGlyphCoverage.glyphs, variants.HorizGlyphConstruction, variants.HorizGlyphCount = [], [], 0
    stretchy = {cmap[ord(c)] for c in STRETCHY}
    kept = [
        (glyph, construction)
        for glyph, construction in zip(variants.VertGlyphCoverage.glyphs, variants.VertGlyphConstruction)
        if glyph in stretchy
    ]
    for _, construction in kept:
        construction.MathGlyphVariantRecord = construction.MathGlyphVariantRecord[:SIZES_KEPT]
        construction.VariantCount = len(construction.MathGlyphVariantRecord)
    variants.VertGlyphCoverage.glyphs = [glyph for glyph, _ in kept]
    variants.VertGlyphConstruction = [construction for _, construction in kept]
    variants.VertGlyphCount = len(kept)


font = subset.load_font(SOURCE, options)
keep_few_sizes(font)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes={italic(c) for c in ITALIC} | {ord(c) for c in UPRIGHT + OPERATORS + INVISIBLE})
subsetter.subset(font)
for record in font["name"].names:
    if record.nameID in (1, 3, 4):
        font["name"].setName(NAME, record.nameID, record.platformID, record.platEncID, record.langID)
    elif record.nameID == 6:
        font["name"].setName(NAME.replace(" ", ""), 6, record.platformID, record.platEncID, record.langID)
if "CFF " in font:
    cff = font["CFF "].cff
    cff.fontNames = [NAME.replace(" ", "")]
    cff.topDictIndex[0].FullName = cff.topDictIndex[0].FamilyName = NAME
TARGET.parent.mkdir(parents=True, exist_ok=True)
subset.save_font(font, str(TARGET), options)
print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(TTFont(TARGET).getGlyphOrder())} glyphs")
