"""Makes figures of one width from Be Vietnam Pro, which has none: ten digits, each centred in the same advance.

python3 -m venv venv && venv/bin/pip install fonttools==4.66.1 brotli==1.2.0
venv/bin/python app/ui/fonts/make-figures.py   # from the root of the repository, after npm ci
"""
from pathlib import Path
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ADVANCE = 660
SOURCE = Path("node_modules/@fontsource/be-vietnam-pro/files")

for weight in (400, 600):
    font = TTFont(SOURCE / f"be-vietnam-pro-latin-{weight}-normal.woff2")
    options = Options(layout_features=[], hinting=True, name_IDs=[0, 1, 2, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=range(0x30, 0x3A))
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = "Be Vietnam Pro Figures"
    for code, name in font.getBestCmap().items():
        glyph = font["glyf"][name]
        width = glyph.xMax - glyph.xMin
        shift = round((ADVANCE - width) / 2) - glyph.xMin
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (ADVANCE, glyph.xMin)
        print(weight, chr(code), width, glyph.xMin)
    font.flavor = "woff2"
    font.save(Path(__file__).parent / f"figures-{weight}.woff2")
