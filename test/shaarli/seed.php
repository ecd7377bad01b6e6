<?php
// Writes links into a fresh Shaarli by its own classes. Run in the folder of its program; a JSON array of links comes in.

use Shaarli\Bookmark\Bookmark;
use Shaarli\Bookmark\BookmarkArray;
use Shaarli\Bookmark\BookmarkIO;
use Shaarli\Config\ConfigManager;

error_reporting(E_ALL & ~E_DEPRECATED);
ini_set('memory_limit', '-1');
require getcwd() . '/autoload.php';
require 'application/Utils.php';
require 'application/bookmark/LinkUtils.php';
require 'application/http/UrlUtils.php';

$conf = new ConfigManager();
$bookmarks = new BookmarkArray();
foreach (json_decode(file_get_contents('php://stdin'), true, 512, JSON_THROW_ON_ERROR) as $id => $link) {
    $bookmark = new Bookmark();
    $bookmark->setCreated(new DateTime($link['created']));
    $bookmark->setUrl($link['url'] ?? '', $conf->get('security.allowed_protocols'));
    $bookmark->setTitle($link['title'] ?? '');
    $bookmark->setDescription($link['description'] ?? '');
    $bookmark->setTags($link['tags'] ?? []);
    $bookmark->setPrivate($link['private'] ?? false);
    $bookmark->setId($id);
    $bookmark->validate();
    $bookmarks[$id] = $bookmark;
}
$bookmarks->reorder();
(new BookmarkIO($conf))->write($bookmarks);
