<?php
$imp = new Importer();
$imp->init('imp');
$imp->request_pay(['merchant_uid' => $id]);
