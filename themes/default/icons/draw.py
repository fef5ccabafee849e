#!/usr/bin/env python3
"""Draws the icons of the theme that are no SVG: assets/favicon.ico, apple-touch-icon.png and card.png.

    themes/default/icons/draw.py [CHROMIUM]

Sources are assets/icon.svg and, beside this file, touch.svg (no round corners: the device cuts them) and card.svg (1200 x 630, what
places that show a link as a card display). Run it after a change to one of them and commit what it made.
"""

import struct
import subprocess
import sys
import tempfile
from pathlib import Path

here = Path(__file__).resolve().parent
assets = here.parent / 'assets'
chromium = sys.argv[1] if len(sys.argv) > 1 else 'chromium'


def drawn(svg: Path, width: int, height: int) -> bytes:
    """The picture as PNG of this size, in pixels."""
    with tempfile.TemporaryDirectory() as folder:
        page, png = Path(folder, 'page.html'), Path(folder, 'drawn.png')
        page.write_text(f'<!doctype html><style>*{{margin:0}}img{{display:block}}</style><img src="{svg.as_uri()}" width="{width}" height="{height}">')
        subprocess.run([chromium, '--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--allow-file-access-from-files',
                        '--default-background-color=00000000', f'--window-size={width},{height}', f'--screenshot={png}', page.as_uri()],
                       check=True, capture_output=True)
        return png.read_bytes()


def size_of(png: bytes) -> tuple[int, int]:
    return struct.unpack('>II', png[16:24])


def icon(pngs: list[bytes]) -> bytes:
    """An ICO file that holds these pictures as they are, the smallest first."""
    at = 6 + 16 * len(pngs)
    entries = b''
    for png in pngs:
        entries += struct.pack('<BBBBHHII', *size_of(png), 0, 0, 1, 32, len(png), at)
        at += len(png)
    return struct.pack('<HHH', 0, 1, len(pngs)) + entries + b''.join(pngs)


made = {
    'favicon.ico': icon([drawn(assets / 'icon.svg', side, side) for side in (16, 32, 48)]),
    'apple-touch-icon.png': drawn(here / 'touch.svg', 180, 180),
    'card.png': drawn(here / 'card.svg', 1200, 630),
}
for name, data in made.items():
    (assets / name).write_bytes(data)
    print(f'{name}: {len(data)} bytes')
