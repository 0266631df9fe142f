/** The collection that is searched: short texts about making pots, as title, kind and text. */
const TEXTS = [
  [
    'Wedging clay',
    'technique',
    'Wedging pushes the air out of clay and makes it even. Cut the block, slam the halves together, and knead it like a ram’s head some thirty times before it goes to the wheel.',
  ],
  [
    'Centring on the wheel',
    'technique',
    'A pot begins in the middle. Wet hands, elbows on the thighs, steady pressure from the side and from above until the clay runs true and the wheel seems to stand still.',
  ],
  [
    'Opening and pulling walls',
    'technique',
    'Open the centred clay to a finger’s width above the wheel head, compress the floor, then pull the wall upwards in three slow passes with less and less water.',
  ],
  [
    'Trimming a foot',
    'technique',
    'At leather hard the pot is turned over and centred again. A loop tool cuts the foot ring, takes weight out of the base and leaves the profile lighter.',
  ],
  [
    'Pulling handles',
    'technique',
    'A handle is pulled from a carrot of clay with a wet hand, like milking. It is left to bend by itself, then joined to the mug with slip and scored ends.',
  ],
  [
    'Pinch pots',
    'technique',
    'The oldest way needs no wheel: press a thumb into a ball of clay and pinch around it, turning all the time, until the wall is even and thin.',
  ],
  [
    'Coil building',
    'technique',
    'Ropes of clay are laid ring upon ring and smeared together inside and out. Large storage jars were built so, with rests in which the lower part stiffens.',
  ],
  [
    'Slab building',
    'technique',
    'Clay is rolled between two strips of wood, cut to a pattern and joined at leather hard. Boxes, tiles and trays are made from slabs, and so is much sculpture.',
  ],
  [
    'Slip casting',
    'technique',
    'Liquid clay is poured into a plaster mould, which drinks the water. When the wall is thick enough the rest is poured out, and the cast shrinks away from the mould.',
  ],
  [
    'Press moulding',
    'technique',
    'A slab is pressed into or over a mould. Plates and dishes come out alike, and relief in the mould becomes ornament on the ware.',
  ],
  [
    'Throwing off the hump',
    'technique',
    'Small bowls and cups are thrown one after the other from the top of a large lump, each cut off with a thread. Bases need compression or they crack in an S.',
  ],
  [
    'Burnishing',
    'technique',
    'Leather-hard clay is rubbed with a smooth stone until it shines. The polish survives only low firing: above a thousand degrees it dulls.',
  ],
  [
    'Sgraffito',
    'decoration',
    'A coat of slip of another colour is scratched through to the clay below. The line is crisp when the slip is leather hard and ragged when it is dry.',
  ],
  [
    'Mishima inlay',
    'decoration',
    'Lines are cut into the clay and filled with slip; when the surplus is scraped away a sharp inlaid drawing remains. Korean potters brought it to its height.',
  ],
  [
    'Slip trailing',
    'decoration',
    'Slip flows through a fine nozzle onto the pot like icing. English slipware dishes owe their feathered patterns to trailed lines and a bristle pulled across them.',
  ],
  [
    'Wax resist',
    'decoration',
    'Hot wax painted on the bisque keeps glaze away. A wax line at the foot saves an hour of wiping; a wax drawing on one glaze under another is ornament.',
  ],
  [
    'Underglaze and overglaze',
    'decoration',
    'Colours under the glaze are safe from wear but must bear the full heat. Enamels over the glaze are fired again at a low temperature and show every bright colour.',
  ],
  [
    'Lustre',
    'decoration',
    'A film of metal, reduced in a third, cool firing, gives the gold and copper sheen of lustre ware, first made in ninth-century Iraq.',
  ],
  [
    'Stamps and sprigs',
    'decoration',
    'A stamp presses a pattern into soft clay. A sprig is a thin relief made in a mould and stuck on with water, as on blue jasper ware.',
  ],
  [
    'Faceting',
    'decoration',
    'A thick thrown wall is cut flat with a wire or a peeler, in even planes around the pot. Glaze breaks pale on the edges and pools in between.',
  ],
  [
    'Earthenware',
    'clay',
    'Earthenware matures between 1,000 and 1,150 degrees. It stays porous, so it needs a glaze to hold water, and its red comes from iron.',
  ],
  [
    'Stoneware',
    'clay',
    'Stoneware matures between 1,200 and 1,300 degrees, where the body becomes dense and no longer drinks water. It suits the table, the oven and the garden in frost.',
  ],
  [
    'Porcelain',
    'clay',
    'Porcelain is made of kaolin, feldspar and quartz. Fired to 1,280 degrees and above it is white, hard and, where thin, lets light through.',
  ],
  [
    'Bone china',
    'clay',
    'Half of bone china is burnt cattle bone. The bisque is fired high, the glaze low, and the ware is the whitest and strongest for its thinness.',
  ],
  [
    'Grog and sand',
    'clay',
    'Ground fired clay, called grog, opens a body: it dries evenly, shrinks less and stands the shock of raku and of large forms.',
  ],
  [
    'Kaolin',
    'clay',
    'Kaolin is the purest clay, weathered from granite and washed by nothing since. It is white, hardly plastic, and named after a hill in Jiangxi.',
  ],
  [
    'Ball clay',
    'clay',
    'Ball clay is fine and very plastic; carbon makes it grey or black when raw, and it burns nearly white. It lends porcelain bodies the strength to be thrown.',
  ],
  [
    'Clay shrinkage',
    'clay',
    'Clay shrinks twice: by five to eight per cent as it dries and again as it is fired. A test bar with a ten-centimetre mark tells how much larger a mug must be thrown.',
  ],
  [
    'Reclaiming clay',
    'clay',
    'Dry scraps slake in water to a slurry that is spread on plaster and wedged again. Nothing that was not fired is ever lost.',
  ],
  [
    'Stages of drying',
    'clay',
    'Clay is plastic, then leather hard, then bone dry. Joints are made at leather hard; sanding waits for bone dry, with a mask, as the dust is dangerous.',
  ],
  [
    'What a glaze is',
    'glaze',
    'A glaze is glass that fits a pot. It takes silica for the glass, alumina to keep it from running off, and a flux to make it melt at the heat of the kiln.',
  ],
  [
    'Ash glazes',
    'glaze',
    'Wood ash holds lime, potash and some silica. Mixed half and half with clay it melts at stoneware heat into green and brown runs.',
  ],
  [
    'Celadon',
    'glaze',
    'One or two per cent of iron in a lime glaze, fired in reduction, becomes the grey-green of celadon. Thick over carving it shows depth like water.',
  ],
  [
    'Tenmoku',
    'glaze',
    'With eight per cent of iron and more, a stoneware glaze turns black and breaks to rust where it is thin. Tea bowls of Jian ware show hare’s fur and oil spots in it.',
  ],
  [
    'Shino',
    'glaze',
    'Shino is mostly feldspar, thick and white, with pinholes and orange where it is thin. American potters added soda ash, which traps carbon under the surface.',
  ],
  [
    'Tin glaze',
    'glaze',
    'Tin oxide makes an earthenware glaze white and opaque. Maiolica, faience and delftware are painted on the raw tin glaze, where no stroke can be taken back.',
  ],
  [
    'Salt glaze',
    'glaze',
    'Common salt thrown into the kiln at full heat turns to vapour, and its sodium makes a glaze with the silica of the ware: the orange-peel skin of old beer jugs.',
  ],
  [
    'Copper red',
    'glaze',
    'A trace of copper in a reduced lime glaze gives sang de boeuf. A breath of air too much on cooling, and the red is gone to green or to nothing.',
  ],
  [
    'Crazing',
    'fault',
    'Crazing is a net of fine cracks in a glaze that shrinks more than the body. More silica or less soda in the recipe cures it; crackle ware wants it.',
  ],
  [
    'Shivering',
    'fault',
    'Shivering is the contrary of crazing: the glaze is too large for the pot and flies off at rims and edges. It is dangerous on tableware and calls for less silica.',
  ],
  [
    'Crawling',
    'fault',
    'Glaze that crawls draws back into islands and leaves bare clay. Dust or grease on the bisque, a coat too thick, or too much raw clay in the glaze are to blame.',
  ],
  [
    'Pinholes',
    'fault',
    'Gas from the body bursts through the melting glaze. A slower bisque to a higher heat, and a rest at the top of the glaze firing, let the holes heal.',
  ],
  [
    'Bloating',
    'fault',
    'Bubbles swell the wall of overfired ware. The bisque was too quick to burn out carbon, or the firing went past what the body can stand.',
  ],
  [
    'S cracks',
    'fault',
    'A crack like an S in the floor of a pot comes from a base that was not compressed, or from water left standing in it while it was thrown.',
  ],
  [
    'Dunting',
    'fault',
    'Ware that cools too fast through 573 and 226 degrees, where quartz and cristobalite change their size, breaks with a clean sharp crack: it dunts.',
  ],
  [
    'Bisque firing',
    'firing',
    'The first firing, to about 1,000 degrees, turns clay to bisque: hard enough to handle, porous enough to drink glaze. Steam and carbon must leave slowly.',
  ],
  [
    'Pyrometric cones',
    'firing',
    'Cones of known melting point bend in the kiln when time and temperature together have done enough. Cone 6 falls at about 1,220 degrees, cone 10 at 1,285.',
  ],
  [
    'Oxidation and reduction',
    'firing',
    'With air to spare the kiln oxidises; starved of air, the flame takes oxygen out of clay and glaze. Iron then turns from brown to green, copper from green to red.',
  ],
  [
    'Electric kilns',
    'firing',
    'An electric kiln fires in oxidation, evenly and by itself. A controller raises the heat in steps, holds it, and brings it down as slowly as the glaze asks.',
  ],
  [
    'Gas kilns',
    'firing',
    'Gas burns clean and the damper sets how much air there is, so reduction is easy. Eight to twelve hours take a kiln of stoneware to cone 10.',
  ],
  [
    'Wood firing',
    'firing',
    'For days wood is stoked into an anagama. Flame paints the ware and ash falls on shoulders and melts to glaze; no two pots of a firing are alike.',
  ],
  [
    'Raku',
    'firing',
    'Raku ware is drawn glowing from the kiln with tongs. In Japan it cools in the air; western raku goes into sawdust, whose smoke blackens the cracks of the glaze.',
  ],
  [
    'Pit firing',
    'firing',
    'Burnished pots are covered with wood, dung and salts in a pit and burnt. Clouds of black, red and grey remain; the ware does not hold water.',
  ],
  [
    'Saggars',
    'firing',
    'A saggar is a box of fireclay that keeps ash and flame from the ware; or keeps them in, when seaweed and copper are packed around the pot to colour it.',
  ],
  [
    'Packing a kiln',
    'firing',
    'Glazed pots stand a finger apart, feet wiped clean, on shelves with kiln wash. Bisque may touch and stack. Tall things go where the heat is kindest.',
  ],
  [
    'Food safety',
    'use',
    'A glaze for food must be melted through and hold its metals. Lemon juice left on it overnight tells much; a laboratory that tests for lead and cadmium tells all.',
  ],
  [
    'Ovenware',
    'use',
    'A casserole lives by even walls and round corners. It goes into the cold oven, not from the refrigerator into the heat, which cracks even stoneware.',
  ],
  [
    'Kintsugi',
    'use',
    'A broken bowl is joined with lacquer, and the seams are dusted with gold. The repair is shown as part of the life of the thing.',
  ],
  [
    'Teapots',
    'use',
    'A good teapot pours without dripping: the spout ends sharp and above the brim, the holes of the strainer are many, and the lid stays on when it tilts.',
  ],
  [
    'Dust in the studio',
    'safety',
    'Fine silica scars the lungs. Clay is wiped up wet and never swept dry, glazes are mixed with a respirator, and scraps do not lie about to be trodden to powder.',
  ],
  [
    'Kiln safety',
    'safety',
    'A kiln gives off fumes while it fires and heat for a day after. It wants a vent, a distance to the wall, goggles at the spy hole and nobody who opens it at three hundred degrees.',
  ],
];

/** Every document, with the name it has in the log. */
export const DOCUMENTS = TEXTS.map(([title, kind, text], index) => ({ id: `d${String(index + 1).padStart(2, '0')}`, title, kind, text }));
